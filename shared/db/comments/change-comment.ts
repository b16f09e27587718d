import { sql } from 'drizzle-orm';
import type { HeldCode } from '../../contracts/index.ts';
import { commitBatch } from '../commit-batch.ts';
import type { ShardRouter } from '../shard-router.ts';

export type CommentEdit = {
  text: string;
  hashtags: readonly string[];
  mentions: readonly { userId: string; username: string }[];
  /** Of the new text; a held comment whose new text is fine is published. */
  heldReason: HeldCode | null;
};

/** Replaces the text of a comment that was written after `since`; false when there is none such any more. */
export async function editComment(
  shards: ShardRouter,
  id: string,
  { text, hashtags, mentions, heldReason }: CommentEdit,
  since: number,
  now: number,
): Promise<boolean> {
  const rows = await shards.forId(id).db.all(sql`
    UPDATE comments SET text = ${text}, hashtags = ${JSON.stringify(hashtags)}, mentions = ${JSON.stringify(mentions)},
      state = ${heldReason ? 'held' : 'published'}, held_reason = ${heldReason}, edited_at = ${now}
    WHERE id = ${id} AND created_at >= ${since} RETURNING id`);
  return rows.length === 1;
}

/** Shows a held comment to everybody: the post's author has read it. */
export async function releaseComment(shards: ShardRouter, id: string): Promise<void> {
  await shards
    .forId(id)
    .db.run(sql`UPDATE comments SET state = 'published', held_reason = NULL WHERE id = ${id} AND state = 'held'`);
}

/** Deletes a comment with its replies; triggers take them, and their likes, out of the counts. */
export async function deleteComment(shards: ShardRouter, id: string, postId: string): Promise<void> {
  await commitBatch(shards.forId(id), [
    sql`DELETE FROM comments WHERE post_id = ${postId} AND parent_id = ${id}`,
    sql`DELETE FROM comments WHERE id = ${id}`,
  ]);
}

/** Pins a comment to the top of its post, in place of any other; null unpins. */
export async function pinComment(shards: ShardRouter, postId: string, id: string | null): Promise<void> {
  await shards.forId(postId).db.run(sql`UPDATE posts SET pinned_comment_id = ${id} WHERE id = ${postId}`);
}
