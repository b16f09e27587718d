import { sql } from 'drizzle-orm';
import { commitAndRead } from '../commit-batch.ts';
import type { ShardRouter } from '../shard-router.ts';
import type { Share, ShareRow } from './change-share.ts';

/** Copies a share to the original's shard, where a trigger counts it; an older version changes nothing. Answers the count. */
export async function applyShare(
  shards: ShardRouter,
  { userId, postId }: Share,
  { active, version, createdAt }: ShareRow,
): Promise<number> {
  const [row] = await commitAndRead<{ shares: number }>(shards.forId(postId), [
    sql`INSERT INTO post_shares (post_id, user_id, active, version, created_at)
      VALUES (${postId}, ${userId}, ${Number(active)}, ${version}, ${createdAt})
      ON CONFLICT (post_id, user_id) DO UPDATE SET
        active = excluded.active, version = excluded.version, created_at = excluded.created_at
      WHERE excluded.version > version`,
    sql`SELECT share_count AS shares FROM posts WHERE id = ${postId}`,
  ]);
  return row?.shares ?? 0;
}

/** People who pass a post on, some of them. */
export async function listSharers(shards: ShardRouter, postId: string, limit: number): Promise<string[]> {
  const rows = await shards.forId(postId).db.all<{ userId: string }>(sql`
    SELECT user_id AS userId FROM post_shares WHERE post_id = ${postId} AND active = 1 LIMIT ${limit}`);
  return rows.map(({ userId }) => userId);
}
