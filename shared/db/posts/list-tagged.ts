import { sql } from 'drizzle-orm';
import type { ShardRouter } from '../shard-router.ts';

/**
 * Published posts of public accounts with a hashtag (folded), newest first, below an id. Posts live with their authors, so
 * every database is asked for a page and the pages are merged: one index range each.
 */
export async function listTagged(
  shards: ShardRouter,
  { tag, before, limit }: { tag: string; before: string; limit: number },
): Promise<string[]> {
  const lists = await Promise.all(
    shards.all().map(({ db }) =>
      db.all<{ id: string }>(sql`
        SELECT h.post_id AS id FROM post_hashtags AS h
        JOIN posts AS p ON p.id = h.post_id JOIN users AS u ON u.id = p.author_id
        WHERE h.tag = ${tag} AND h.post_id < ${before}
          AND p.state = 'published' AND u.status = 'active' AND u.is_private = 0
        ORDER BY h.post_id DESC LIMIT ${limit}`),
    ),
  );
  return lists
    .flat()
    .map(({ id }) => id)
    .sort()
    .reverse()
    .slice(0, limit);
}
