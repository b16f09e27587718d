import { type Rule, takeAttempt, type Verdict } from '../../shared/domain/limits/take-attempt.ts';
import type { UserState } from './user-state.ts';

/** An act that the cell limits itself, under a rule of the configuration. */
export type LimitedAct = { action: string; rule: Rule };

/**
 * The attempts of the cell's users at acts that come to the cell anyway: limiting them here costs no other object. One row
 * a user and act, written in the transaction of what was attempted.
 */
export class AttemptLog {
  readonly #sql: SqlStorage;
  readonly #users = new WeakMap<UserState, Map<string, number[]>>();

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Counts one attempt unless the rule's number was made in its window; `now` is Unix ms. */
  take(user: UserState, { action, rule }: LimitedAct, now: number): Verdict {
    const times = this.#of(user, action);
    // Callers' clocks differ a little; the log stays in order.
    const at = Math.max(now, times.at(-1) ?? now);
    const verdict = takeAttempt(times, rule, at);
    if (verdict.allowed) {
      this.#sql.exec(
        `INSERT INTO attempts (user_id, action, times) VALUES (?1, ?2, ?3)
         ON CONFLICT (user_id, action) DO UPDATE SET times = excluded.times`,
        user.id,
        action,
        Float64Array.from(times).buffer,
      );
    }
    return verdict;
  }

  #of(user: UserState, action: string): number[] {
    let acts = this.#users.get(user);
    if (!acts) {
      acts = new Map();
      this.#users.set(user, acts);
    }
    let times = acts.get(action);
    if (!times) {
      const [row] = this.#sql
        .exec<{ times: ArrayBuffer }>('SELECT times FROM attempts WHERE user_id = ? AND action = ?', user.id, action)
        .toArray();
      times = row ? [...new Float64Array(row.times)] : [];
      acts.set(action, times);
    }
    return times;
  }
}
