import type { Rule, Verdict } from '../../shared/domain/limits/take-attempt.ts';
import { type AttemptSlot, takeSlottedAttempt } from '../../shared/domain/limits/take-slotted-attempt.ts';
import { GatheredRows } from './gathered-rows.ts';
import type { UserState } from './user-state.ts';

/** An act that the cell limits itself, under a rule of the configuration. */
export type LimitedAct = { action: string; rule: Rule };

const UPSERT = `INSERT INTO attempts (user_id, action, slots)
  SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) WHERE true
  ON CONFLICT (user_id, action) DO UPDATE SET slots = excluded.slots`;

/**
 * The attempts of the cell's users at acts that come to the cell anyway: limiting them here costs no other object. One row
 * a user and act, written in the transaction of what was attempted.
 */
export class AttemptLog {
  readonly #sql: SqlStorage;
  readonly #changed: GatheredRows;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    this.#changed = new GatheredRows(sql, UPSERT);
  }

  /**
   * Counts one attempt unless the rule's number was made in its window; `now` is Unix ms. `write` brings it to SQLite, in
   * the same transaction.
   */
  take(user: UserState, { action, rule }: LimitedAct, now: number): Verdict {
    const slots = this.#of(user, action);
    // Callers' clocks differ a little; the log stays in order.
    const at = Math.max(now, slots.at(-1)?.until ?? now);
    const verdict = takeSlottedAttempt(slots, rule, at);
    if (verdict.allowed) {
      const numbers = slots.flatMap(({ since, until, count }) => [since, until, count]);
      this.#changed.set(`${user.id} ${action}`, [user.id, action, JSON.stringify(numbers)]);
    }
    return verdict;
  }

  write(): void {
    this.#changed.write();
  }

  /** Forgets what was taken since the last write; the users are to be forgotten too. */
  discard(): void {
    this.#changed.discard();
  }

  #of(user: UserState, action: string): AttemptSlot[] {
    user.attempts ??= new Map();
    let slots = user.attempts.get(action);
    if (!slots) {
      const [row] = this.#sql
        .exec<{ slots: string }>('SELECT slots FROM attempts WHERE user_id = ? AND action = ?', user.id, action)
        .toArray();
      slots = row ? parseSlots(JSON.parse(row.slots) as number[]) : [];
      user.attempts.set(action, slots);
    }
    return slots;
  }
}

function parseSlots(numbers: readonly number[]): AttemptSlot[] {
  const slots: AttemptSlot[] = [];
  for (let at = 0; at < numbers.length; at += 3) {
    const [since = 0, until = 0, count = 0] = numbers.slice(at, at + 3);
    slots.push({ since, until, count });
  }
  return slots;
}
