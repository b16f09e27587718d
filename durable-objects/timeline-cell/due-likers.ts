import type { LikerReport } from '../../shared/db/posts/write-likers.ts';

/** Likers in one report: a few milliseconds of their database, which serves everybody else meanwhile. */
const LIKERS_SIZE = 200;

type Pace = { everyMs: number; from: number };

/**
 * Marks of the cell's users that the posts' lists of likers do not hold yet. They are due as long as their rows say so,
 * wherever those go: nothing of it is lost by an eviction or a move.
 */
export class DueLikers {
  readonly #sql: SqlStorage;
  /** Posts that many cells report: each cell waits longer, so that their database takes the same number of calls. */
  readonly #paces = new Map<string, Pace>();
  #any = false;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    this.load();
  }

  /** Whether some wait. */
  get isBusy(): boolean {
    return this.#any;
  }

  /** Looks again, after SQLite changed below. */
  load(): void {
    this.#any = this.#sql.exec('SELECT 1 FROM like_marks WHERE version > reported LIMIT 1').toArray().length > 0;
  }

  /** Notes that a mark was written. */
  note(): void {
    this.#any = true;
  }

  /** Sets how often a post's likers are reported; 0 is with every report. Forgetting it reports them at once. */
  pace(postId: string, everyMs: number): void {
    if (everyMs === 0) this.#paces.delete(postId);
    else this.#paces.set(postId, { everyMs, from: this.#paces.get(postId)?.from ?? 0 });
  }

  /** What is to be reported at `now` (Unix ms), a report's worth at most. */
  list(now: number): LikerReport[] {
    if (!this.#any) return [];
    const waiting = [...this.#paces].flatMap(([postId, { from }]) => (from > now ? postId : []));
    return this.#sql
      .exec<{ user_id: string; post_id: string; liked: number; at: number; version: number }>(
        `SELECT user_id, post_id, liked, at, version FROM like_marks
         WHERE version > reported AND post_id NOT IN (SELECT value FROM json_each(?)) LIMIT ${LIKERS_SIZE}`,
        JSON.stringify(waiting),
      )
      .toArray()
      .map(({ user_id, post_id, liked, ...mark }) => ({
        userId: user_id,
        postId: post_id,
        liked: liked === 1,
        ...mark,
      }));
  }

  /** Whether `reports` are all that one report holds, so that more may be due. */
  isFull(reports: readonly LikerReport[]): boolean {
    return reports.length === LIKERS_SIZE;
  }

  /** Notes that reports arrived. Marks made meanwhile stay due: their version is higher. */
  settle(reports: readonly LikerReport[], now: number): void {
    if (reports.length === 0) return;
    this.#sql.exec(
      `UPDATE like_marks SET reported = max(reported, r.value ->> 2) FROM json_each(?) AS r
       WHERE like_marks.user_id = r.value ->> 0 AND like_marks.post_id = r.value ->> 1`,
      JSON.stringify(reports.map(({ userId, postId, version }) => [userId, postId, version])),
    );
    // The rest of a full report follows at once.
    if (this.isFull(reports)) return;
    for (const { postId } of reports) {
      const pace = this.#paces.get(postId);
      if (pace) pace.from = now + pace.everyMs;
    }
  }
}
