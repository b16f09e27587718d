import { type LikeLane, ROW_LANE } from '../../shared/domain/likes/choose-shards.ts';

/**
 * What the cell's users like and a post's row does not count yet, in memory: unreported likes, and those that a counter
 * has but has not written behind. Read again from SQLite after an eviction, where all but the latter are.
 */
export class LikeLedger {
  readonly #sql: SqlStorage;
  readonly #unreported = new Map<string, number>();
  /** Counted in the running transaction. */
  readonly #unwritten = new Map<string, number>();
  #lagging: { postId: string; likes: number; until: number }[] = [];
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

  /** Notes that `likes` more are reported; shown as pending until `shownUntil`, when the row will have them. */
  settle(postId: string, likes: number, shownUntil: number | null): void {
    this.#changes += 1;
    this.#unreported.set(postId, (this.#unreported.get(postId) ?? 0) - likes);
    if (shownUntil !== null) this.#lagging.push({ postId, likes, until: shownUntil });
  }

  /** Forgets what rows have by now, and posts of which nothing is due. */
  prune(now: number): void {
    this.#lagging = this.#lagging.filter(({ until }) => until > now);
    this.load();
  }

  /** Likes of the cell's users that the post's row does not count yet; may be negative. */
  get(postId: string): number {
    let likes = this.#unreported.get(postId) ?? 0;
    if (this.#lagging.length === 0) return likes;
    for (const lagging of this.#lagging) if (lagging.postId === postId) likes += lagging.likes;
    return likes;
  }

  /** While it stands still, so does every answer of `get`. */
  get changes(): number {
    return this.#changes;
  }

  /** Whether something waits to be reported or to be forgotten. */
  get isBusy(): boolean {
    return this.#unreported.size > 0 || this.#lagging.length > 0;
  }

  setLane(postId: string, lane: LikeLane): void {
    if (lane === ROW_LANE) this.#lanes.delete(postId);
    else this.#lanes.set(postId, lane);
  }
}
