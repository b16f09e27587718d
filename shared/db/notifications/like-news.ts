import { type SQL, sql } from 'drizzle-orm';
import type { ShardRouter } from '../shard-router.ts';

/** Newest likers of a post that are looked through for one whom its author wants to hear of. */
export const ACTORS_READ = 10;
/** Posts of an author in one look. */
const NEWS_SIZE = 100;

/** Somebody who did something, and when (Unix ms). */
export type Actor = { userId: string; at: number };

/** A post of which the inbox has not heard: its newest likers, and the report up to which they were read. */
export type LikeNews = { postId: string; reportedAt: number; state: string; likers: Actor[] };

/**
 * Statement beside `writeLikers` in its batch: the posts' authors have something to look at. Likes of one's own posts are
 * no news. `at` grows with every report, so that news which came while they were read stay.
 */
export function noteLikeNews(likers: readonly { postId: string; userId: string }[], now: number): SQL {
  // One row a post, with its liker when there is but one: only then can it be the author alone.
  const soleLikers = new Map<string, string>();
  for (const { postId, userId } of likers) soleLikers.set(postId, soleLikers.has(postId) ? '' : userId);
  return sql`
    INSERT INTO like_news (author_id, post_id, at)
    SELECT posts.author_id, posts.id, ${now} FROM json_each(${JSON.stringify([...soleLikers])})
    JOIN posts ON posts.id = value ->> 0 AND posts.author_id <> value ->> 1 AND posts.state <> 'deleted' WHERE true
    ON CONFLICT (author_id, post_id) DO UPDATE SET at = max(at + 1, excluded.at)`;
}

/** What an author's inbox has not heard of yet, the newest first, some of it. */
export async function listLikeNews(shards: ShardRouter, authorId: string): Promise<LikeNews[]> {
  type Raw = Omit<LikeNews, 'likers'> & { likers: string };
  const rows = await shards.forId(authorId).db.all<Raw>(sql`
    SELECT n.post_id AS postId, n.at AS reportedAt, coalesce(p.state, 'deleted') AS state,
      (SELECT json_group_array(json_object('userId', user_id, 'at', at)) FROM (
        SELECT user_id, at FROM post_likers WHERE post_id = n.post_id AND liked AND user_id <> n.author_id
        ORDER BY at DESC, user_id DESC LIMIT ${ACTORS_READ})) AS likers
    FROM like_news AS n LEFT JOIN posts AS p ON p.id = n.post_id
    WHERE n.author_id = ${authorId} ORDER BY n.at DESC LIMIT ${NEWS_SIZE}`);
  return rows.map(({ likers, ...news }) => ({ ...news, likers: JSON.parse(likers) }));
}

/** Forgets news that the inbox has; a post that was reported again since stays. */
export async function settleLikeNews(shards: ShardRouter, authorId: string, news: readonly LikeNews[]): Promise<void> {
  const rows = JSON.stringify(news.map(({ postId, reportedAt }) => [postId, reportedAt]));
  await shards.forId(authorId).db.run(sql`
    DELETE FROM like_news WHERE author_id = ${authorId}
      AND (post_id, at) IN (SELECT value ->> 0, value ->> 1 FROM json_each(${rows}))`);
}
