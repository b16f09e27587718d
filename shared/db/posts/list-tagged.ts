import { sql } from 'drizzle-orm';
import type { ShardRouter } from '../shard-router.ts';

/** A post and its place in timelines, which is where it was published. */
export type TaggedPost = { id: string; entryId: string };

/**
 * Published posts of public accounts with a hashtag (folded), newest first by their publication, below a place. Posts live
 * with their authors, so every database is asked for a page and the pages are merged: one index range each.
 */
export async function listTagged(
  shards: ShardRouter,
  { tag, before, limit }: { tag: string; before: string; limit: number },
): Promise<TaggedPost[]> {
  const lists = await Promise.all(
    shards.all().map(({ db }) =>
      db.all<TaggedPost>(sql`
        SELECT h.post_id AS id, h.entry_id AS entryId FROM post_hashtags AS h
        JOIN posts AS p ON p.id = h.post_id JOIN users AS u ON u.id = p.author_id
        WHERE h.tag = ${tag} AND h.entry_id < ${before}
          AND p.state = 'published' AND u.status = 'active' AND u.is_private = 0
        ORDER BY h.entry_id DESC LIMIT ${limit}`),
    ),
  );
  return lists
    .flat()
    .sort((one, other) => (one.entryId < other.entryId ? 1 : -1))
    .slice(0, limit);
}
