import { fingerprint } from '../../shared/domain/ranking/fingerprint.ts';
import type { UserState } from './user-state.ts';

/** Seen marks need no salt: two posts that share one mark sink together, once in billions. */
const SALT = 0;

/**
 * The posts that each user saw last: one row a user with 4 bytes a post, oldest first, so that a batch of marks is one
 * written row however long it is.
 */
export class SeenStore {
  readonly #sql: SqlStorage;
  readonly #keep: number;

  constructor(sql: SqlStorage, keep: number) {
    this.#sql = sql;
    this.#keep = keep;
  }

  /** Fingerprints of the posts that the user saw. */
  of(user: UserState): Set<number> {
    return new Set(this.#read(user));
  }

  /** Marks posts as seen, and answers those that were not. Past the limit the oldest marks go. */
  mark(user: UserState, postIds: readonly string[]): string[] {
    const marks = this.of(user);
    const news = new Map(postIds.map((id) => [fingerprint(id, SALT), id]));
    for (const print of marks) news.delete(print);
    if (news.size === 0) return [];
    const kept = Uint32Array.from([...marks, ...news.keys()].slice(-this.#keep));
    this.#sql.exec(
      'INSERT INTO seen (user_id, marks) VALUES (?, ?) ON CONFLICT (user_id) DO UPDATE SET marks = excluded.marks',
      user.id,
      kept.buffer,
    );
    user.seen = kept;
    return [...news.values()];
  }

  #read(user: UserState): Uint32Array {
    let marks = user.seen;
    if (!marks) {
      const [row] = this.#sql
        .exec<{ marks: ArrayBuffer }>('SELECT marks FROM seen WHERE user_id = ?', user.id)
        .toArray();
      marks = new Uint32Array(row?.marks ?? new ArrayBuffer(0));
      user.seen = marks;
    }
    return marks;
  }
}
