import { sql } from 'drizzle-orm';
import type { ShardRouter } from '../shard-router.ts';

/** What the fan-out needs to know of posts, in any state. */
export type EntryRow = {
  postId: string;
  sourceId: string;
  entryId: string;
  targetId: string | null;
  targetAuthorId: string | null;
  revision: number;
  state: string;
};

/** Entries of posts by post id, one query a database. */
export async function listEntries(shards: ShardRouter, postIds: Iterable<string>): Promise<EntryRow[]> {
  const groups = [...shards.group(new Set(postIds))];
  const lists = await Promise.all(
    groups.map(([shard, ids]) =>
      shard.db.all<EntryRow>(sql`
        SELECT id AS postId, author_id AS sourceId, entry_id AS entryId, target_id AS targetId,
          target_author_id AS targetAuthorId, revision, state
        FROM posts WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`),
    ),
  );
  return lists.flat();
}

/** A user's published posts, newest first, below `before`. */
export async function listPostIds(
  shards: ShardRouter,
  { authorId, before, limit }: { authorId: string; before: string; limit: number },
): Promise<{ id: string; entryId: string }[]> {
  return shards.forId(authorId).db.all<{ id: string; entryId: string }>(sql`
    SELECT id, entry_id AS entryId FROM posts
    WHERE author_id = ${authorId} AND state = 'published' AND kind = 'post' AND entry_id < ${before}
    ORDER BY entry_id DESC LIMIT ${limit}`);
}
