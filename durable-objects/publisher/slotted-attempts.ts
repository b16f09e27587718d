import type { Rule, Verdict } from '../../shared/domain/limits/take-attempt.ts';
import { type AttemptSlot, takeSlottedAttempt } from '../../shared/domain/limits/take-slotted-attempt.ts';

/** An act that is limited, under a rule of the configuration. */
export type LimitedAct = { action: string; rule: Rule };

/** Logs kept at hand; past it they are read again. */
const MAX_LOGS = 10_000;
const NUMBERS_A_SLOT = 3;

/** The attempts of users at limited acts: one row a user and act, whatever the rule. */
export class SlottedAttempts {
  readonly #sql: SqlStorage;
  readonly #logs = new Map<string, AttemptSlot[]>();

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Counts one attempt unless the rule's number was made in its window; `now` is Unix ms. */
  take(userId: string, { action, rule }: LimitedAct, now: number): Verdict {
    const slots = this.#of(userId, action);
    // Callers' clocks differ a little; the log stays in order.
    const at = Math.max(now, slots.at(-1)?.until ?? now);
    const verdict = takeSlottedAttempt(slots, rule, at);
    if (verdict.allowed) {
      this.#sql.exec(
        `INSERT INTO attempts (user_id, action, slots, expires_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (user_id, action) DO UPDATE SET slots = excluded.slots, expires_at = excluded.expires_at`,
        userId,
        action,
        pack(slots),
        at + rule.windowMs,
      );
    }
    return verdict;
  }

  /** Deletes what left its window; answers how many rows are left. */
  forgetOld(now: number): number {
    this.#sql.exec('DELETE FROM attempts WHERE expires_at <= ?', now);
    this.#logs.clear();
    return this.#sql.exec<{ left: number }>('SELECT count(*) AS left FROM attempts').one().left;
  }

  #of(userId: string, action: string): AttemptSlot[] {
    const key = `${userId} ${action}`;
    let slots = this.#logs.get(key);
    if (!slots) {
      if (this.#logs.size >= MAX_LOGS) this.#logs.clear();
      const [row] = this.#sql
        .exec<{ slots: ArrayBuffer }>('SELECT slots FROM attempts WHERE user_id = ? AND action = ?', userId, action)
        .toArray();
      slots = row ? unpack(row.slots) : [];
      this.#logs.set(key, slots);
    }
    return slots;
  }
}

function pack(slots: readonly AttemptSlot[]): ArrayBuffer {
  const numbers = new Float64Array(slots.length * NUMBERS_A_SLOT);
  for (const [at, { since, until, count }] of slots.entries()) numbers.set([since, until, count], at * NUMBERS_A_SLOT);
  return numbers.buffer;
}

function unpack(bytes: ArrayBuffer): AttemptSlot[] {
  const numbers = new Float64Array(bytes);
  return Array.from({ length: numbers.length / NUMBERS_A_SLOT }, (_, at) => {
    const [since = 0, until = 0, count = 0] = numbers.subarray(at * NUMBERS_A_SLOT);
    return { since, until, count };
  });
}
