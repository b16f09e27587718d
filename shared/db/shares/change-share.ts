import { sql } from 'drizzle-orm';
import { commitAndRead } from '../commit-batch.ts';
import type { OutboxItem } from '../outbox/outbox-work.ts';
import { oweWork } from '../outbox/owe-work.ts';
import type { Shard, ShardRouter } from '../shard-router.ts';

export type Share = { userId: string; postId: string };
/** The truth of a share; `repostId` is the entry that travels, or travelled last. */
export type ShareRow = { repostId: string; active: boolean; version: number; createdAt: number };
/** Names what a share owes: to deliver its entry, to count it, and to tell the post's author. */
export type ShareWork = { entryOutboxId: string; shareOutboxId: string; noticeId: string };

type Raw = Omit<ShareRow, 'active'> & { active: number };

/** Passes a post on to the user's followers, once, in one batch with the work it owes; answers the truth that now holds. */
export async function beginShare(
  shards: ShardRouter,
  share: Share & { authorId: string; repostId: string },
  work: ShareWork,
  now: number,
): Promise<ShareRow> {
  const { userId, postId, authorId, repostId } = share;
  const shard = shards.forId(userId);
  return readShare(
    await commitAndRead<Raw>(shard, [
      sql`INSERT INTO shares (user_id, post_id, repost_id, active, version, created_at)
        VALUES (${userId}, ${postId}, ${repostId}, 1, 1, ${now})
        ON CONFLICT (user_id, post_id) DO UPDATE SET
          repost_id = excluded.repost_id, active = 1, version = version + 1, created_at = excluded.created_at
        WHERE active = 0`,
      sql`INSERT INTO posts (id, author_id, entry_id, target_id, target_author_id, kind, state, created_at)
        SELECT ${repostId}, ${userId}, ${repostId}, ${postId}, ${authorId}, 'repost', 'published', ${now}
        WHERE EXISTS (SELECT 1 FROM shares WHERE user_id = ${userId} AND post_id = ${postId} AND repost_id = ${repostId})`,
      ...oweAll(shard, share, repostId, work, now),
      selectShare(share),
    ]),
  );
}

/** Takes a share back; its entry is deleted. Answers the truth that now holds; undefined when there never was one. */
export async function endShare(
  shards: ShardRouter,
  share: Share,
  work: ShareWork,
  now: number,
): Promise<ShareRow | undefined> {
  const { userId, postId } = share;
  const known = await findShare(shards, share);
  if (!known?.active) return known;
  const shard = shards.forId(userId);
  return readShare(
    await commitAndRead<Raw>(shard, [
      sql`UPDATE posts SET state = 'deleted', revision = revision + 1, deleted_at = ${now}
        WHERE id = ${known.repostId} AND state <> 'deleted'`,
      sql`UPDATE shares SET active = 0, version = version + 1
        WHERE user_id = ${userId} AND post_id = ${postId} AND repost_id = ${known.repostId} AND active = 1`,
      ...oweAll(shard, share, known.repostId, work, now),
      selectShare(share),
    ]),
  );
}

/** The truth of a share, or undefined when there never was one. */
export async function findShare(shards: ShardRouter, share: Share): Promise<ShareRow | undefined> {
  const [raw] = await shards.forId(share.userId).db.all<Raw>(selectShare(share));
  return raw && readShare([raw]);
}

function selectShare({ userId, postId }: Share) {
  return sql`SELECT repost_id AS repostId, active, version, created_at AS createdAt FROM shares
    WHERE user_id = ${userId} AND post_id = ${postId}`;
}

function readShare([raw]: Raw[]): ShareRow {
  if (!raw) throw new Error('the share was not returned');
  return { ...raw, active: raw.active === 1 };
}

function oweAll(shard: Shard, { userId, postId }: Share, repostId: string, work: ShareWork, now: number) {
  const items: OutboxItem[] = [
    { id: work.entryOutboxId, work: { topic: 'post', postId: repostId } },
    { id: work.shareOutboxId, work: { topic: 'share', userId, postId } },
    { id: work.noticeId, work: { topic: 'notice', about: { kind: 'share', userId, postId } } },
  ];
  return items.map((item) => oweWork(shard, item, now));
}
