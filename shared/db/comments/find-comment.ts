import { sql } from 'drizzle-orm';
import { commitAndRead } from '../commit-batch.ts';
import { freeOldKey } from '../idempotency/free-old-key.ts';
import type { ShardRouter } from '../shard-router.ts';
import { type CommentRow, commentColumns, type RawComment, readComment } from './comment-row.ts';

/** One comment with the viewer's like (`viewerId` empty: nobody's), whatever its state. */
export async function findComment(shards: ShardRouter, id: string, viewerId: string): Promise<CommentRow | undefined> {
  const [raw] = await shards
    .forId(id)
    .db.all<RawComment>(sql`SELECT ${commentColumns(viewerId)} FROM comments AS c WHERE c.id = ${id}`);
  return raw && readComment(raw);
}

/**
 * The comment that a writer made with an Idempotency-Key on a post of this shard, within a day; a key that was used before
 * that is free afterwards.
 */
export async function findCommentByKey(
  shards: ShardRouter,
  { postId, authorId, clientKey }: { postId: string; authorId: string; clientKey: string },
  now: number,
): Promise<string | undefined> {
  const [row] = await commitAndRead<{ id: string }>(shards.forId(postId), [
    freeOldKey('comments', { authorId, clientKey }, now),
    sql`SELECT id FROM comments WHERE author_id = ${authorId} AND client_key = ${clientKey} AND post_id = ${postId}`,
  ]);
  return row?.id;
}
