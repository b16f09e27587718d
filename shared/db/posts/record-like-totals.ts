import { sql } from 'drizzle-orm';
import type { Shard, ShardRouter } from '../shard-router.ts';

/** How many likes a reporter (a cell, or a hot post's counter) counts for a post, as of its `sequence`. */
export type LikeReport = { postId: string; likes: number; sequence: number };

/** Reports of a post are counted over this long. */
const LIKE_WINDOW_SECONDS = 10;
/** A post reported this often in a window is hot: its cells go through a counter from then on. */
export const HOT_REPORTS = 100;

/**
 * Writes a reporter's totals to the posts' shards. Repeated, late and reordered reports change nothing: the sequence
 * decides. Answers the posts that are hot.
 */
export async function recordLikeTotals(
  shards: ShardRouter,
  reporter: string,
  reports: readonly LikeReport[],
  now: number,
  hotReports = HOT_REPORTS,
): Promise<string[]> {
  const byPost = new Map(reports.map((report) => [report.postId, report]));
  const window = Math.floor(now / (LIKE_WINDOW_SECONDS * 1_000));
  const hot = await Promise.all(
    [...shards.group(byPost.keys())].map(async ([shard, postIds]) => {
      const rows = JSON.stringify(postIds.map((id) => [id, byPost.get(id)?.likes, byPost.get(id)?.sequence]));
      await shard.db.run(sql`
        INSERT INTO post_like_cells (post_id, cell_id, likes, sequence, window)
        SELECT value ->> 0, ${reporter}, value ->> 1, value ->> 2, ${window} FROM json_each(${rows}) WHERE true
        ON CONFLICT (post_id, cell_id) DO UPDATE SET likes = excluded.likes, sequence = excluded.sequence, window = excluded.window
        WHERE excluded.sequence > sequence`);
      return findHot(shard, postIds, window, hotReports);
    }),
  );
  return hot.flat();
}

async function findHot(
  shard: Shard,
  postIds: readonly string[],
  window: number,
  hotReports: number,
): Promise<string[]> {
  const rows = await shard.db.all<{ id: string }>(sql`
    SELECT id FROM posts WHERE id IN (SELECT value FROM json_each(${JSON.stringify(postIds)}))
      AND like_window = ${window} AND like_reports >= ${hotReports}`);
  return rows.map(({ id }) => id);
}
