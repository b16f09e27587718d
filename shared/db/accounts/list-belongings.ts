import { sql } from 'drizzle-orm';
import type { Orphan } from '../media/sweep-media.ts';
import type { Shard, ShardRouter } from '../shard-router.ts';

export type OwnPost = { id: string; targetId: string | null };

/** Posts and reposts of a user that are not deleted yet, whatever their state. */
export function listRemainingPosts(shards: ShardRouter, userId: string, limit: number): Promise<OwnPost[]> {
  return shards.forId(userId).db.all<OwnPost>(sql`
    SELECT id, target_id AS targetId FROM posts WHERE author_id = ${userId} AND state <> 'deleted' LIMIT ${limit}`);
}

/** Media of a user that are not deleted yet. */
export function listRemainingMedia(shards: ShardRouter, userId: string, limit: number): Promise<Orphan[]> {
  return shards.forId(userId).db.all<Orphan>(sql`
    SELECT id, upload_id AS uploadId, stream_id AS streamId, perceptual_hash AS perceptualHash FROM media
    WHERE owner_id = ${userId} AND state <> 'deleted' LIMIT ${limit}`);
}

/** Whom a user follows or asks to follow. */
export async function listRemainingFollows(shards: ShardRouter, userId: string, limit: number): Promise<string[]> {
  const rows = await shards.forId(userId).db.all<{ id: string }>(sql`
    SELECT followee_id AS id FROM follows WHERE follower_id = ${userId} AND state <> 'none' LIMIT ${limit}`);
  return rows.map(({ id }) => id);
}

export type OwnComment = { id: string; postId: string; replies: number };

/** Comments of a user below posts of one database. */
export function listRemainingComments(shard: Shard, userId: string, limit: number): Promise<OwnComment[]> {
  return shard.db.all<OwnComment>(sql`
    SELECT id, post_id AS postId, reply_count AS replies FROM comments WHERE author_id = ${userId} LIMIT ${limit}`);
}
