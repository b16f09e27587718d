import { affinityOf, pointsAt } from '../../shared/domain/ranking/affinity-points.ts';
import type { AffinityAct, AffinityModel } from '../../shared/domain/ranking/ranking-model.ts';
import { GatheredRows } from './gathered-rows.ts';
import type { UserState } from './user-state.ts';

/** An act of a user towards an author, and when it was done; `taken` undoes it with what decay left of it. */
export type AffinityChange = { authorId: string; act: AffinityAct; doneAt: number; taken?: boolean };

/** Points below this are no affinity any more. */
const LEAST_POINTS = 0.05;
/** Rows past the limit before the lowest ones go, so that most acts delete nothing. */
const SLACK = 32;

const UPSERT = `INSERT INTO affinities (user_id, author_id, points, at)
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?) WHERE true
  ON CONFLICT (user_id, author_id) DO UPDATE SET points = excluded.points, at = excluded.at`;
const DELETE = `DELETE FROM affinities WHERE (user_id, author_id) IN
  (SELECT value ->> 0, value ->> 1 FROM json_each(?))`;

/**
 * How near each user is to authors, from their own acts: the truth of it. Rows hold points as of their own time; memory
 * holds them as of one moment, so that an act is one addition whenever it was done.
 */
export class AffinityStore {
  readonly #sql: SqlStorage;
  readonly #model: AffinityModel;
  readonly #epoch: number;
  readonly #changed: GatheredRows;
  readonly #gone: GatheredRows;

  constructor(sql: SqlStorage, model: AffinityModel, epoch: number) {
    this.#sql = sql;
    this.#changed = new GatheredRows(sql, UPSERT);
    this.#gone = new GatheredRows(sql, DELETE);
    this.#model = model;
    this.#epoch = epoch;
  }

  /** Affinities in [0, 1) by author, as of `now`; 0 for everybody who is not held. */
  reader(user: UserState, now: number): (authorId: string) => number {
    const held = this.#of(user);
    const scale = pointsAt(1, this.#epoch, now, this.#model.halfLifeMs);
    return (authorId) => {
      const points = held.get(authorId);
      return points === undefined ? 0 : affinityOf(points * scale, this.#model.midpoint);
    };
  }

  /** Counts an act; nobody is nearer to themselves. `write` brings it to SQLite, in the transaction of what was done. */
  add(user: UserState, { authorId, act, doneAt, taken = false }: AffinityChange, now: number): void {
    if (authorId === user.id) return;
    const { halfLifeMs, points, authors } = this.#model;
    const held = this.#of(user);
    const worth = pointsAt(points[act], doneAt, this.#epoch, halfLifeMs);
    const sum = (held.get(authorId) ?? 0) + (taken ? -worth : worth);
    const left = pointsAt(sum, this.#epoch, now, halfLifeMs);
    // Also when an act is so old that its points are no number any more.
    if (!(left >= LEAST_POINTS)) {
      this.#drop(user.id, held, authorId);
      return;
    }
    const key = keyOf(user.id, authorId);
    this.#changed.set(key, [user.id, authorId, left, now]);
    this.#gone.delete(key);
    held.set(authorId, sum);
    if (held.size > authors + SLACK) this.#dropFarthest(user.id, held, authors);
  }

  write(): void {
    this.#changed.write();
    this.#gone.write();
  }

  /** Forgets what was counted since the last write; the users are to be forgotten too. */
  discard(): void {
    this.#changed.discard();
    this.#gone.discard();
  }

  #of(user: UserState): Map<string, number> {
    let held = user.affinities;
    if (!held) {
      held = new Map();
      const rows = this.#sql.exec<{ author_id: string; points: number; at: number }>(
        'SELECT author_id, points, at FROM affinities WHERE user_id = ?',
        user.id,
      );
      for (const { author_id, points, at } of rows) {
        held.set(author_id, pointsAt(points, at, this.#epoch, this.#model.halfLifeMs));
      }
      user.affinities = held;
    }
    return held;
  }

  #dropFarthest(userId: string, held: Map<string, number>, keep: number): void {
    const farthest = [...held].toSorted(([, a], [, b]) => b - a).slice(keep);
    for (const [authorId] of farthest) this.#drop(userId, held, authorId);
  }

  #drop(userId: string, held: Map<string, number>, authorId: string): void {
    const key = keyOf(userId, authorId);
    this.#changed.delete(key);
    this.#gone.set(key, [userId, authorId]);
    held.delete(authorId);
  }
}

const keyOf = (userId: string, authorId: string) => `${userId} ${authorId}`;
