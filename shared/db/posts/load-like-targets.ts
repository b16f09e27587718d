import { sql } from 'drizzle-orm';
import type { ShardRouter } from '../shard-router.ts';

/** What a like has to know of a published post: whose it is, who may see it, and its count. */
export type LikeTarget = { authorId: string; authorIsPrivate: boolean; hideLikes: boolean; likes: number };

type Raw = { id: string; authorId: string; isPrivate: number; hideLikes: number; likes: number };

/** Published posts of active people by id, one query a database: a post lies in its author's shard. */
export async function loadLikeTargets(shards: ShardRouter, ids: Iterable<string>): Promise<Map<string, LikeTarget>> {
  const groups = [...shards.group(new Set(ids))];
  const lists = await Promise.all(
    groups.map(([shard, group]) =>
      shard.db.all<Raw>(sql`
        SELECT p.id, p.author_id AS authorId, u.is_private AS isPrivate, p.hide_likes AS hideLikes, p.like_count AS likes
        FROM json_each(${JSON.stringify(group)}) JOIN posts AS p ON p.id = value JOIN users AS u ON u.id = p.author_id
        WHERE p.kind = 'post' AND p.state = 'published' AND u.status = 'active'`),
    ),
  );
  return new Map(
    lists
      .flat()
      .map(({ id, authorId, isPrivate, hideLikes, likes }) => [
        id,
        { authorId, authorIsPrivate: isPrivate === 1, hideLikes: hideLikes === 1, likes },
      ]),
  );
}
