import { sql } from 'drizzle-orm';
import type { ShardRouter } from '../shard-router.ts';
import { COUNT_COLUMNS, type PostCounts, parsePostCounts, type RawPostCounts } from './load-posts.ts';

/** What a like has to know of a published post: whose it is, who may see it, and its counts. */
export type LikeTarget = { authorId: string; authorIsPrivate: boolean; hideLikes: boolean; counts: PostCounts };

type Raw = RawPostCounts & { id: string; authorId: string; isPrivate: number; hideLikes: number };

/** Published posts of active people by id, one query a database: a post lies in its author's shard. */
export async function loadLikeTargets(shards: ShardRouter, ids: Iterable<string>): Promise<Map<string, LikeTarget>> {
  const groups = [...shards.group(new Set(ids))];
  const lists = await Promise.all(
    groups.map(([shard, group]) =>
      shard.db.all<Raw>(sql`
        SELECT p.id, p.author_id AS authorId, u.is_private AS isPrivate, p.hide_likes AS hideLikes, ${COUNT_COLUMNS}
        FROM json_each(${JSON.stringify(group)}) JOIN posts AS p ON p.id = value JOIN users AS u ON u.id = p.author_id
        WHERE p.kind = 'post' AND p.state = 'published' AND u.status = 'active'`),
    ),
  );
  return new Map(
    lists.flat().map((row) => [
      row.id,
      {
        authorId: row.authorId,
        authorIsPrivate: row.isPrivate === 1,
        hideLikes: row.hideLikes === 1,
        counts: parsePostCounts(row),
      },
    ]),
  );
}
