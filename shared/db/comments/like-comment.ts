import { sql } from 'drizzle-orm';
import { commitAndRead } from '../commit-batch.ts';
import type { OutboxItem } from '../outbox/outbox-work.ts';
import { oweWorkIf } from '../outbox/owe-work.ts';
import type { ShardRouter } from '../shard-router.ts';

/**
 * Likes a comment or takes the like back, each person once, with the work that a change owes to its writer, and answers
 * the likes it then has.
 */
export async function likeComment(
  shards: ShardRouter,
  { commentId, userId }: { commentId: string; userId: string },
  liked: boolean,
  notice: OutboxItem,
  now: number,
): Promise<number> {
  const isLiked = sql`EXISTS (SELECT 1 FROM comment_likes WHERE comment_id = ${commentId} AND user_id = ${userId})`;
  const ofOthers = sql`EXISTS (SELECT 1 FROM comments WHERE id = ${commentId} AND author_id <> ${userId})`;
  const change = liked
    ? sql`INSERT INTO comment_likes (comment_id, user_id, created_at)
          SELECT id, ${userId}, ${now} FROM comments WHERE id = ${commentId} AND state = 'published'
          ON CONFLICT DO NOTHING`
    : sql`DELETE FROM comment_likes WHERE comment_id = ${commentId} AND user_id = ${userId}`;
  const [row] = await commitAndRead<{ likes: number }>(shards.forId(commentId), [
    oweWorkIf(sql`${ofOthers} AND ${liked ? sql`NOT ${isLiked}` : isLiked}`, notice, now),
    change,
    sql`SELECT like_count AS likes FROM comments WHERE id = ${commentId}`,
  ]);
  return row?.likes ?? 0;
}
