import { type SQL, sql } from 'drizzle-orm';
import { commitAndRead } from '../commit-batch.ts';
import { noteLikeNews } from '../notifications/like-news.ts';
import type { ShardRouter } from '../shard-router.ts';
import { type LikerReport, writeLikers } from './write-likers.ts';

/** How many likes a reporter (a cell, or a hot post's counter) counts for a post, as of its `sequence`. */
export type LikeReport = { postId: string; likes: number; sequence: number };

/** `version` of the post's row contains the report; a hot post's cells go through its counter from then on. */
export type LikeStanding = { postId: string; version: number; isHot: boolean };

type RawStanding = Omit<LikeStanding, 'isHot'> & { isHot: number };

/** Reports of a post are counted over this long. */
const LIKE_WINDOW_SECONDS = 10;
/** A post reported this often in a window is hot: its cells go through a counter from then on. */
export const HOT_REPORTS = 100;

type Recording = {
  reporter: string;
  totals: readonly LikeReport[];
  /** Who likes, of any posts. */
  likers?: readonly LikerReport[];
  hotReports?: number;
};

/**
 * Writes a reporter's totals, and likers, to the posts' shards: one batch a database. Repeated, late and reordered
 * reports change nothing: the sequence decides. Answers where the posts of the totals stand; what is deleted does not.
 */
export async function recordLikeTotals(
  shards: ShardRouter,
  { reporter, totals, likers = [], hotReports = HOT_REPORTS }: Recording,
  now: number,
): Promise<LikeStanding[]> {
  const totalOf = new Map(totals.map((total) => [total.postId, total]));
  const likersOf = Map.groupBy(likers, ({ postId }) => postId);
  const window = Math.floor(now / (LIKE_WINDOW_SECONDS * 1_000));
  const standings = await Promise.all(
    [...shards.group(new Set([...totalOf.keys(), ...likersOf.keys()]))].map(([shard, postIds]) => {
      const counted = postIds.flatMap((id) => totalOf.get(id) ?? []);
      const liked = postIds.flatMap((id) => likersOf.get(id) ?? []);
      return commitAndRead<RawStanding>(shard, [
        ...(counted.length > 0 ? [writeTotals(reporter, counted, window)] : []),
        ...(liked.length > 0 ? [writeLikers(liked), noteLikeNews(liked, now)] : []),
        readStandings(counted, window, hotReports),
      ]);
    }),
  );
  return standings.flat().map((row) => ({ ...row, isHot: row.isHot === 1 }));
}

function writeTotals(reporter: string, totals: readonly LikeReport[], window: number): SQL {
  const rows = JSON.stringify(totals.map(({ postId, likes, sequence }) => [postId, likes, sequence]));
  return sql`
    INSERT INTO post_like_cells (post_id, cell_id, likes, sequence, window)
    SELECT value ->> 0, ${reporter}, value ->> 1, value ->> 2, ${window} FROM json_each(${rows}) WHERE true
    ON CONFLICT (post_id, cell_id) DO UPDATE SET likes = excluded.likes, sequence = excluded.sequence, window = excluded.window
    WHERE excluded.sequence > sequence`;
}

function readStandings(totals: readonly LikeReport[], window: number, hotReports: number): SQL {
  return sql`
    SELECT id AS postId, like_version AS version, like_window = ${window} AND like_reports >= ${hotReports} AS isHot
    FROM posts WHERE id IN (SELECT value FROM json_each(${JSON.stringify(totals.map(({ postId }) => postId))}))`;
}
