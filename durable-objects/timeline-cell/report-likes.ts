import type { LikeReport } from '../../shared/db/posts/record-like-totals.ts';
import type { CellMemory } from './cell-memory.ts';

/** Posts in one report: a few kilobytes of JSON. */
const REPORT_SIZE = 500;

/** What the cell has not yet reported: each post's total here and its sequence. */
export function dueLikeReports(sql: SqlStorage): LikeReport[] {
  return sql
    .exec<{ post_id: string; likes: number; sequence: number }>(
      'SELECT post_id, likes, sequence FROM like_totals WHERE sequence > reported LIMIT ?',
      REPORT_SIZE,
    )
    .toArray()
    .map(({ post_id, likes, sequence }) => ({ postId: post_id, likes, sequence }));
}

/** Notes that reports arrived. Likes made meanwhile stay due: their sequence is higher. */
export function settleLikeReports(sql: SqlStorage, memory: CellMemory, reports: readonly LikeReport[]): void {
  for (const { postId, likes, sequence } of reports) {
    const [row] = sql
      .exec<{ pending: number; due: number }>(
        `UPDATE like_totals SET reported = max(reported, ?2), reported_likes = ?3 WHERE post_id = ?1
         RETURNING likes - reported_likes AS pending, sequence > reported AS due`,
        postId,
        sequence,
        likes,
      )
      .toArray();
    if (row?.due === 1) memory.pendingLikes.set(postId, row.pending);
    else memory.pendingLikes.delete(postId);
  }
}
