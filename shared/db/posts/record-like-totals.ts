import { sql } from 'drizzle-orm';
import type { ShardRouter } from '../shard-router.ts';

/** How many of a cell's users like a post, as of the cell's `sequence` for it. */
export type LikeReport = { postId: string; likes: number; sequence: number };

/** Writes a cell's totals to the posts' shards. Repeated, late and reordered reports change nothing: the sequence decides. */
export async function recordLikeTotals(
  shards: ShardRouter,
  cellId: string,
  reports: readonly LikeReport[],
): Promise<void> {
  const byPost = new Map(reports.map((report) => [report.postId, report]));
  const writes = [...shards.group(byPost.keys())].map(([shard, postIds]) => {
    const rows = JSON.stringify(postIds.map((id) => [id, byPost.get(id)?.likes, byPost.get(id)?.sequence]));
    return shard.db.run(sql`
      INSERT INTO post_like_cells (post_id, cell_id, likes, sequence)
      SELECT value ->> 0, ${cellId}, value ->> 1, value ->> 2 FROM json_each(${rows}) WHERE true
      ON CONFLICT (post_id, cell_id) DO UPDATE SET likes = excluded.likes, sequence = excluded.sequence
      WHERE excluded.sequence > sequence`);
  });
  await Promise.all(writes);
}
