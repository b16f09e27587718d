import { sql } from 'drizzle-orm';
import type { HeldCode } from '../../contracts/index.ts';
import { commitBatch } from '../commit-batch.ts';
import { oweWorkIf } from '../outbox/owe-work.ts';
import type { ShardRouter } from '../shard-router.ts';

export type NewComment = {
  id: string;
  postId: string;
  /** The first comment of the thread, or null. */
  parentId: string | null;
  /** Whom a reply answers. */
  answeredUserId: string | null;
  authorId: string;
  text: string;
  hashtags: readonly string[];
  mentions: readonly { userId: string; username: string }[];
  heldReason: HeldCode | null;
  clientKey: string | null;
  /** Names what it owes to those who are to hear of it; null when there is nobody. */
  noticeId: string | null;
};

/**
 * Writes a comment while its post is published and open and its thread is there, with the work it owes, in one batch;
 * triggers count it. False when that is no longer so, or when the writer's key was used already.
 */
export async function insertComment(shards: ShardRouter, comment: NewComment, now: number): Promise<boolean> {
  const { id, postId, parentId, answeredUserId, authorId, text, hashtags, mentions, heldReason, clientKey, noticeId } =
    comment;
  const insert = sql`
    INSERT INTO comments (id, post_id, parent_id, answered_user_id, author_id, text, hashtags, mentions, state, held_reason,
      client_key, created_at)
    SELECT ${id}, ${postId}, ${parentId}, ${answeredUserId}, ${authorId}, ${text}, ${JSON.stringify(hashtags)},
      ${JSON.stringify(mentions)}, ${heldReason ? 'held' : 'published'}, ${heldReason}, ${clientKey}, ${now}
    WHERE EXISTS (SELECT 1 FROM posts WHERE id = ${postId} AND state = 'published' AND comments_off = 0)
      AND (${parentId} IS NULL OR EXISTS (
        SELECT 1 FROM comments WHERE id = ${parentId} AND post_id = ${postId} AND parent_id IS NULL AND state = 'published'))
    ON CONFLICT (author_id, client_key) WHERE client_key IS NOT NULL DO NOTHING`;
  const about = { kind: 'comment' as const, commentId: id, postId, formerIds: [] };
  const published = sql`EXISTS (SELECT 1 FROM comments WHERE id = ${id} AND state = 'published')`;
  const [inserted = 0] = await commitBatch(shards.forId(postId), [
    insert,
    ...(noticeId ? [oweWorkIf(published, { id: noticeId, work: { topic: 'notice', about } }, now)] : []),
  ]);
  return inserted > 0;
}
