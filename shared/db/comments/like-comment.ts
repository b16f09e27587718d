import { sql } from 'drizzle-orm';
import { commitAndRead } from '../commit-batch.ts';
import type { ShardRouter } from '../shard-router.ts';

/** Likes a comment or takes the like back, each person once, and answers the likes it then has. */
export async function likeComment(
  shards: ShardRouter,
  { commentId, userId }: { commentId: string; userId: string },
  liked: boolean,
  now: number,
): Promise<number> {
  const change = liked
    ? sql`INSERT INTO comment_likes (comment_id, user_id, created_at)
          SELECT id, ${userId}, ${now} FROM comments WHERE id = ${commentId} AND state = 'published'
          ON CONFLICT DO NOTHING`
    : sql`DELETE FROM comment_likes WHERE comment_id = ${commentId} AND user_id = ${userId}`;
  const [row] = await commitAndRead<{ likes: number }>(shards.forId(commentId), [
    change,
    sql`SELECT like_count AS likes FROM comments WHERE id = ${commentId}`,
  ]);
  return row?.likes ?? 0;
}
