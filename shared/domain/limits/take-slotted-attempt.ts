import type { Rule, Verdict } from './take-attempt.ts';

/** Attempts that lie near each other: when the first and the last were allowed (Unix ms), and how many. */
export type AttemptSlot = { since: number; until: number; count: number };

/** Up to this many attempts a window every one is a slot of its own; of larger rules a slot is this share of the window. */
export const SLOTS = 256;

/**
 * The sliding window of `takeAttempt` in at most `SLOTS` + 1 slots, whatever the rule: `slots` is changed in place. A slot
 * counts until its last attempt has left the window, so no window ever holds more than the rule allows; under a rule of
 * more than `SLOTS` attempts one may come free later than its time, by 1/`SLOTS` of the window at most.
 */
export function takeSlottedAttempt(slots: AttemptSlot[], { attempts, windowMs }: Rule, now: number): Verdict {
  const firstInside = slots.findIndex(({ until }) => until > now - windowMs);
  slots.splice(0, firstInside === -1 ? slots.length : firstInside);
  const used = slots.reduce((sum, { count }) => sum + count, 0);
  const allowed = used < attempts;
  if (allowed) add(slots, attempts > SLOTS ? windowMs / SLOTS : 0, now);
  const oldest = slots[0]?.until ?? now;
  return { allowed, remaining: Math.max(0, attempts - used - 1), resetMs: oldest + windowMs - now };
}

function add(slots: AttemptSlot[], width: number, now: number): void {
  const last = slots.at(-1);
  if (last && now - last.since < width) {
    last.until = now;
    last.count += 1;
  } else {
    slots.push({ since: now, until: now, count: 1 });
  }
}
