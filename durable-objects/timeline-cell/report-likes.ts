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
    ...unplacedReports(sql, memory).map((report) => placeReport(memory, report, targets, now)),
  ]);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return due.length === REPORT_SIZE || memory.dueLikers.isFull(likers);
}

function dueReports(sql: SqlStorage): LaneReport[] {
  return sql
    .exec<LaneReport>(
      'SELECT post_id AS postId, lane, likes, sequence FROM like_lanes WHERE sequence > reported LIMIT ?',
      REPORT_SIZE,
    )
    .toArray();
}

/** What lanes were told of which it is not known yet where the counter has it, unless they are told more now. */
function unplacedReports(sql: SqlStorage, memory: CellMemory): LaneReport[] {
  const lanes = memory.pendingLikes.listUnplaced();
  if (lanes.length === 0) return [];
  return sql
    .exec<LaneReport>(
      `SELECT post_id AS postId, lane, likes, sequence FROM json_each(?)
       JOIN like_lanes ON post_id = value ->> 'postId' AND lane = value ->> 'lane' WHERE sequence <= reported`,
      JSON.stringify(lanes),
    )
    .toArray();
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
  const standings = await recordLikeTotals(shards, { reporter: cellId, totals, likers, hotReports }, now);
  const standingOf = new Map(standings.map((standing) => [standing.postId, standing]));
  for (const report of totals) settleReport(sql, memory, report, standingOf.get(report.postId)?.version ?? 0, now);
  memory.dueLikers.settle(likers, now);
  for (const { postId, isHot } of standings) if (isHot) memory.pendingLikes.setLane(postId, ROOT_LANE);
}

async function reportToCounter(
  sql: SqlStorage,
  memory: CellMemory,
  report: LaneReport,
  targets: ReportTargets,
  now: number,
): Promise<void> {
  const { postId } = report;
  const answer = await tellCounter(report, targets);
  settleReport(sql, memory, report, answer.sequence, now);
  place(memory, report, answer, now);
  memory.pendingLikes.setLane(postId, chooseLane(targets.cellId, answer.shards));
  memory.dueLikers.pace(postId, likersEveryMs(answer.shards));
}

/** Asks a shard, by repeating its total, where the counter has what it took. */
async function placeReport(memory: CellMemory, report: LaneReport, targets: ReportTargets, now: number): Promise<void> {
  place(memory, report, await tellCounter(report, targets), now);
}

function place(memory: CellMemory, { postId, lane }: LaneReport, { placed }: CounterAnswer, now: number): void {
  if (placed) memory.pendingLikes.place({ postId, lane, sequence: placed.sequence }, placed.counter, now);
}

function tellCounter(
  { postId, lane, likes, sequence }: LaneReport,
  { cellId, counters }: ReportTargets,
): Promise<CounterAnswer> {
  const name = lane === ROOT_LANE ? postId : `${postId}/${lane}`;
  return counters.get(counters.idFromName(name)).report({ reporter: cellId, likes, sequence });
}

/** Notes that a report arrived, as of the lane's sequence `takenAs`. Likes made meanwhile stay due: their own is higher. */
function settleReport(sql: SqlStorage, memory: CellMemory, report: LaneReport, takenAs: number, now: number): void {
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
  memory.pendingLikes.settle({ postId, lane, sequence: takenAs }, likes - row.before, now);
}
