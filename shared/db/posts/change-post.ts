import { sql } from 'drizzle-orm';
import type { UpdatePost } from '../../contracts/index.ts';
import { commitBatch } from '../commit-batch.ts';
import { releaseMedia } from '../media/release-media.ts';
import { oweWork } from '../outbox/owe-work.ts';
import { postHashtags, postMentions } from '../schema/index.ts';
import type { ShardRouter } from '../shard-router.ts';

type Parsed = { hashtags: readonly string[]; mentions: readonly { userId: string; username: string }[] };

/** Changes a published post of the author; its revision grows, so every cached card of it is left behind. */
export async function editPost(
  shards: ShardRouter,
  postId: string,
  change: UpdatePost,
  parsed: Parsed | null,
  outboxId: string,
  now: number,
): Promise<void> {
  const shard = shards.forId(postId);
  const { db } = shard;
  const { caption, location, hideLikes, commentsOff } = change;
  const update = sql`
    UPDATE posts SET revision = revision + 1, edited_at = ${now},
      caption = coalesce(${caption ?? null}, caption),
      hide_likes = coalesce(${hideLikes === undefined ? null : Number(hideLikes)}, hide_likes),
      comments_off = coalesce(${commentsOff === undefined ? null : Number(commentsOff)}, comments_off),
      latitude = ${location === undefined ? sql`latitude` : (location?.lat ?? null)},
      longitude = ${location === undefined ? sql`longitude` : (location?.lon ?? null)},
      location_name = ${location === undefined ? sql`location_name` : (location?.name ?? null)}
    WHERE id = ${postId} AND state = 'published'`;
  const tagRows = parsed?.hashtags.map((tag) => ({ postId, tag })) ?? [];
  const mentionRows = parsed?.mentions.map((mention) => ({ postId, ...mention })) ?? [];
  await commitBatch(shard, [
    update,
    oweWork(shard, { id: outboxId, work: { topic: 'post', postId } }, now),
    ...(parsed
      ? [
          sql`DELETE FROM ${postHashtags} WHERE post_id = ${postId}`,
          sql`DELETE FROM ${postMentions} WHERE post_id = ${postId}`,
        ]
      : []),
    ...(tagRows.length > 0 ? [db.insert(postHashtags).values(tagRows)] : []),
    ...(mentionRows.length > 0 ? [db.insert(postMentions).values(mentionRows)] : []),
  ]);
}

/**
 * Deletes a post of the author: the row stays as a tombstone until every copy is gone; its media are released,
 * its comments and reposts go with the work that is owed.
 */
export async function deletePost(
  shards: ShardRouter,
  postId: string,
  mediaIds: readonly string[],
  { outboxId, purgeOutboxId }: { outboxId: string; purgeOutboxId: string },
  now: number,
): Promise<void> {
  const shard = shards.forId(postId);
  await commitBatch(shard, [
    sql`
      UPDATE posts SET state = 'deleted', revision = revision + 1, deleted_at = ${now} WHERE id = ${postId} AND state <> 'deleted'`,
    releaseMedia(shard, mediaIds, now),
    oweWork(shard, { id: outboxId, work: { topic: 'post', postId } }, now),
    oweWork(shard, { id: purgeOutboxId, work: { topic: 'purge', postId } }, now),
  ]);
}
