import { type LikeLane, ROW_LANE } from '../../shared/domain/likes/choose-shards.ts';
import { NOTHING_PENDING, type PendingLikes, type ReportedLikes } from '../../shared/domain/likes/pending-likes.ts';

/** No isolate shows a count that is older than this: much more than its caches allow. */
const COUNTS_ARE_SHOWN_MS = 25_000;
/** A count of a hot post has what its shard took by then: where it lies there was not to be learnt. */
const COUNTER_LAG_MS = 8_000;
const UNKNOWN = Number.POSITIVE_INFINITY;

/** A total that a lane has, and the sequence at which the lane took it. */
export type LaneTotal = { postId: string; lane: LikeLane; sequence: number };
type Reported = ReportedLikes & { lane: LikeLane; sequence: number; until: number };

/**
 * What the cell's users like and a post's count may not have yet, in memory: unreported likes, and reports that not every
 * count which is still shown contains. Read again from SQLite after an eviction, where all but the latter are.
 */
export class LikeLedger {
  readonly #sql: SqlStorage;
  readonly #unreported = new Map<string, number>();
  /** Counted in the running transaction. */
  readonly #unwritten = new Map<string, number>();
  readonly #reported = new Map<string, Reported[]>();
  #changes = 0;
  /** Where hot posts are reported. Losing it sends a report to the post's row, which counts the same. */
  readonly #lanes = new Map<string, LikeLane>();

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    this.load();
  }

  /** Reads what is still to be reported, after SQLite changed below. */
  load(): void {
    this.#changes += 1;
    this.#unwritten.clear();
    this.#unreported.clear();
    const rows = this.#sql.exec<{ post_id: string; pending: number }>(
      `SELECT post_id, sum(likes - reported_likes) AS pending FROM like_lanes WHERE sequence > reported GROUP BY post_id`,
    );
    for (const { post_id, pending } of rows) this.#unreported.set(post_id, pending);
  }

  /** Counts a like that came (1) or went (-1). `write` brings it to SQLite, in the same transaction. */
  count(postId: string, by: 1 | -1): void {
    this.#unwritten.set(postId, (this.#unwritten.get(postId) ?? 0) + by);
    this.#changes += 1;
    this.#unreported.set(postId, (this.#unreported.get(postId) ?? 0) + by);
  }

  /** Writes what was counted: one row a post, however many liked it. */
  write(): void {
    if (this.#unwritten.size === 0) return;
    const rows = Array.from(this.#unwritten, ([postId, by]) => [postId, this.#lanes.get(postId) ?? ROW_LANE, by]);
    this.#unwritten.clear();
    this.#sql.exec(
      `INSERT INTO like_lanes (post_id, lane, likes, sequence)
       SELECT value ->> 0, value ->> 1, value ->> 2, 1 FROM json_each(?) WHERE true
       ON CONFLICT (post_id, lane) DO UPDATE SET likes = likes + excluded.likes, sequence = sequence + 1`,
      JSON.stringify(rows),
    );
  }

  /** Notes that `likes` more are reported: the lane took them as of `total.sequence`. The row's is the version it has since. */
  settle({ postId, lane, sequence }: LaneTotal, likes: number, now: number): void {
    this.#changes += 1;
    this.#unreported.set(postId, (this.#unreported.get(postId) ?? 0) - likes);
    if (likes === 0) return;
    const where =
      lane === ROW_LANE ? { by: 'row' as const, from: sequence } : { by: 'counter' as const, from: UNKNOWN };
    const until = now + (lane === ROW_LANE ? COUNTS_ARE_SHOWN_MS : COUNTER_LAG_MS);
    const reported = this.#reported.get(postId) ?? [];
    this.#reported.set(postId, [...reported, { likes, ...where, lane, sequence, until }]);
  }

  /** Notes that a lane's total is in that of the post's counter as of the counter's sequence `counter`. */
  place({ postId, lane, sequence }: LaneTotal, counter: number, now: number): void {
    for (const report of this.#reported.get(postId) ?? []) {
      if (report.from !== UNKNOWN || report.lane !== lane || report.sequence > sequence) continue;
      this.#changes += 1;
      Object.assign(report, { from: counter, until: now + COUNTS_ARE_SHOWN_MS });
    }
  }

  /** Lanes that took likes of which it is not known yet where the counter has them. */
  listUnplaced(): { postId: string; lane: LikeLane }[] {
    const lanes = new Map<string, { postId: string; lane: LikeLane }>();
    for (const [postId, reported] of this.#reported) {
      for (const { from, lane } of reported) if (from === UNKNOWN) lanes.set(`${postId} ${lane}`, { postId, lane });
    }
    return [...lanes.values()];
  }

  /** Forgets what every count has by now, and posts of which nothing is due. */
  prune(now: number): void {
    for (const [postId, reported] of this.#reported) {
      const kept = reported.filter(({ until }) => until > now);
      if (kept.length === 0) this.#reported.delete(postId);
      else if (kept.length < reported.length) this.#reported.set(postId, kept);
    }
    this.load();
  }

  /** Likes of the cell's users that counts of the post may not have yet. */
  list(postId: string): PendingLikes {
    const unreported = this.#unreported.get(postId) ?? 0;
    const reported = this.#reported.get(postId);
    if (unreported === 0 && !reported) return NOTHING_PENDING;
    return { unreported, reported: reported ?? NOTHING_PENDING.reported };
  }

  /** While it stands still, so does every answer of `list`, but for what no count lacks any more. */
  get changes(): number {
    return this.#changes;
  }

  /** Whether something waits to be reported, or to be placed. */
  get isBusy(): boolean {
    return this.#unreported.size > 0 || this.listUnplaced().length > 0;
  }

  setLane(postId: string, lane: LikeLane): void {
    if (lane === ROW_LANE) this.#lanes.delete(postId);
    else this.#lanes.set(postId, lane);
  }
}
