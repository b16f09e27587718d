import { sql } from 'drizzle-orm';
import type { HeldCode } from '../../contracts/index.ts';
import { commitAndReadEach, commitBatch } from '../commit-batch.ts';
import { oweWithdrawals, readWithdrawals } from '../notifications/owe-withdrawals.ts';
import type { OutboxItem } from '../outbox/outbox-work.ts';
import { oweWorkIf } from '../outbox/owe-work.ts';
import type { ShardRouter } from '../shard-router.ts';

export type CommentEdit = {
  text: string;
  hashtags: readonly string[];
  mentions: readonly { userId: string; username: string }[];
  /** Of the comment as it was read: an approval may have come since. */
  state: 'published' | 'held';
  /** Of the new text; a held comment whose new text is fine is published. */
  heldReason: HeldCode | null;
};

/** Replaces the text of a comment that was written after `since`; false when it is not as it was read any more. */
export async function editComment(
  shards: ShardRouter,
  id: string,
  { text, hashtags, mentions, state, heldReason }: CommentEdit,
  notice: OutboxItem,
  since: number,
  now: number,
): Promise<boolean> {
  const edited = sql`EXISTS (SELECT 1 FROM comments WHERE id = ${id} AND edited_at = ${now})`;
  const [changed = 0] = await commitBatch(shards.forId(id), [
    sql`
      UPDATE comments SET text = ${text}, hashtags = ${JSON.stringify(hashtags)}, mentions = ${JSON.stringify(mentions)},
        state = ${heldReason ? 'held' : 'published'}, held_reason = ${heldReason}, edited_at = ${now}
      WHERE id = ${id} AND created_at >= ${since} AND state = ${state}`,
    oweWorkIf(edited, notice, now),
  ]);
  return changed > 0;
}

/** Shows a held comment to everybody, for the post's author has read it; false when it is not as it was read any more. */
export async function releaseComment(
  shards: ShardRouter,
  { id, text }: { id: string; text: string },
  notice: OutboxItem,
  now: number,
): Promise<boolean> {
  const asRead = sql`id = ${id} AND text = ${text} AND state = 'held' AND held_reason IS NOT 'blocked-word'`;
  const [, released = 0] = await commitBatch(shards.forId(id), [
    oweWorkIf(sql`EXISTS (SELECT 1 FROM comments WHERE ${asRead})`, notice, now),
    sql`UPDATE comments SET state = 'published', held_reason = NULL WHERE ${asRead}`,
  ]);
  return released > 0;
}

/**
 * Deletes a comment with its replies; triggers take them, and their likes, out of the counts. Answers the work that is
 * owed to whoever was told of them.
 */
export async function deleteComment(
  shards: ShardRouter,
  { id, postId }: { id: string; postId: string },
  outboxIds: readonly string[],
  now: number,
): Promise<OutboxItem[]> {
  const [owed] = await commitAndReadEach(shards.forId(id), [
    oweWithdrawals(postId, sql`(c.id = ${id} OR c.parent_id = ${id})`, outboxIds, now),
    sql`DELETE FROM comments WHERE post_id = ${postId} AND parent_id = ${id}`,
    sql`DELETE FROM comments WHERE id = ${id}`,
  ]);
  return readWithdrawals(owed);
}

/** Pins a comment to the top of its post, in place of any other; null unpins. */
export async function pinComment(shards: ShardRouter, postId: string, id: string | null): Promise<void> {
  await shards.forId(postId).db.run(sql`UPDATE posts SET pinned_comment_id = ${id} WHERE id = ${postId}`);
}
