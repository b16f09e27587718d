import { recordLikeTotals } from '../../shared/db/posts/record-like-totals.ts';
import type { LikerReport } from '../../shared/db/posts/write-likers.ts';
import type { ShardRouter } from '../../shared/db/shard-router.ts';
import {
  chooseLane,
  type LikeLane,
  likersEveryMs,
  ROOT_LANE,
  ROW_LANE,
} from '../../shared/domain/likes/choose-shards.ts';
import type { CounterAnswer, PostCounter } from '../post-counter/post-counter.ts';
import type { CellMemory } from './cell-memory.ts';

/** Posts in one report: a few kilobytes of JSON. */
const REPORT_SIZE = 500;
/** A hot post's row follows its counter within this: until then the cell's own likes are added to what the row says. */
const COUNTER_LAG_MS = 8_000;

export type ReportTargets = {
  cellId: string;
  shards: ShardRouter;
  counters: DurableObjectNamespace<PostCounter>;
  /** Reports a window that make a post hot. */
  hotReports: number;
};

type LaneReport = { postId: string; lane: LikeLane; likes: number; sequence: number };

/**
 * Reports what has not been reported yet: one total a post, however many like it, and who they are. Totals of the row
 * lane go to the posts' shards together with all likers, in one batch a database; a hot post's go to its counter. Answers
 * whether more is due than one report holds.
 */
export async function reportLikes(
  sql: SqlStorage,
  memory: CellMemory,
  targets: ReportTargets,
  now: number,
): Promise<boolean> {
  const due = dueReports(sql);
  const likers = memory.dueLikers.list(now);
  const direct = due.filter(({ lane }) => lane === ROW_LANE);
  const counted = due.filter(({ lane }) => lane !== ROW_LANE);
  const results = await Promise.allSettled([
    reportToRows(sql, memory, direct, likers, targets, now),
    ...counted.map((report) => reportToCounter(sql, memory, report, targets, now)),
  ]);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return due.length === REPORT_SIZE || memory.dueLikers.isFull(likers);
}

function dueReports(sql: SqlStorage): LaneReport[] {
  return sql
    .exec<{ post_id: string; lane: string; likes: number; sequence: number }>(
      'SELECT post_id, lane, likes, sequence FROM like_lanes WHERE sequence > reported LIMIT ?',
      REPORT_SIZE,
    )
    .toArray()
    .map(({ post_id, ...report }) => ({ postId: post_id, ...report }));
}

async function reportToRows(
  sql: SqlStorage,
  memory: CellMemory,
  totals: readonly LaneReport[],
  likers: readonly LikerReport[],
  { cellId, shards, hotReports }: ReportTargets,
  now: number,
): Promise<void> {
  if (totals.length === 0 && likers.length === 0) return;
  const hot = await recordLikeTotals(shards, { reporter: cellId, totals, likers, hotReports }, now);
  for (const report of totals) settleReport(sql, memory, report, null);
  memory.dueLikers.settle(likers, now);
  for (const postId of hot) memory.pendingLikes.setLane(postId, ROOT_LANE);
}

async function reportToCounter(
  sql: SqlStorage,
  memory: CellMemory,
  report: LaneReport,
  { cellId, counters }: ReportTargets,
  now: number,
): Promise<void> {
  const { postId, lane, likes, sequence } = report;
  const name = lane === ROOT_LANE ? postId : `${postId}/${lane}`;
  const answer: CounterAnswer = await counters
    .get(counters.idFromName(name))
    .report({ reporter: cellId, likes, sequence });
  settleReport(sql, memory, report, now + COUNTER_LAG_MS);
  memory.pendingLikes.setLane(postId, chooseLane(cellId, answer.shards));
  memory.dueLikers.pace(postId, likersEveryMs(answer.shards));
}

/** Notes that a report arrived. Likes made meanwhile stay due: their sequence is higher. */
function settleReport(sql: SqlStorage, memory: CellMemory, report: LaneReport, shownUntil: number | null): void {
  const { postId, lane, likes, sequence } = report;
  const [row] = sql
    .exec<{ before: number }>(
      'SELECT reported_likes AS before FROM like_lanes WHERE post_id = ? AND lane = ? AND reported < ?',
      postId,
      lane,
      sequence,
    )
    .toArray();
  if (!row) return;
  sql.exec(
    'UPDATE like_lanes SET reported = ?, reported_likes = ? WHERE post_id = ? AND lane = ?',
    sequence,
    likes,
    postId,
    lane,
  );
  memory.pendingLikes.settle(postId, likes - row.before, shownUntil);
}
