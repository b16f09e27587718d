import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeAttempt } from './take-attempt.ts';
import { type AttemptSlot, SLOTS, takeSlottedAttempt } from './take-slotted-attempt.ts';

const steps = (maxGap: number, maxLength: number) => fc.array(fc.nat(maxGap), { maxLength });
const timesOf = (gaps: number[]) => {
  let now = 1_000;
  return gaps.map((gap) => (now += gap));
};

describe('takeSlottedAttempt', () => {
  it('is the exact window for small rules', () => {
    const rule = fc.record({ attempts: fc.integer({ min: 1, max: 6 }), windowMs: fc.integer({ min: 1, max: 50 }) });
    fc.assert(
      fc.property(rule, steps(20, 60), (limit, gaps) => {
        const [slots, log]: [AttemptSlot[], number[]] = [[], []];
        for (const time of timesOf(gaps)) {
          expect(takeSlottedAttempt(slots, limit, time)).toEqual(takeAttempt(log, limit, time));
        }
      }),
    );
  });

  it('is exact at the last rule of single slots', () => {
    const [slots, log]: [AttemptSlot[], number[]] = [[], []];
    const limit = { attempts: SLOTS, windowMs: 1_000 };
    for (let time = 0; time < 2_000; time += 3) {
      expect(takeSlottedAttempt(slots, limit, time)).toEqual(takeAttempt(log, limit, time));
    }
  });

  it('lets no window of a large rule hold more, keeps few slots, and frees each within a slot of its time', () => {
    const windowMs = 4 * SLOTS;
    fc.assert(
      fc.property(fc.integer({ min: SLOTS + 1, max: 2 * SLOTS }), steps(6, 900), (attempts, gaps) => {
        const slots: AttemptSlot[] = [];
        const allowed: number[] = [];
        for (const now of timesOf(gaps)) {
          const before = allowed.filter((at) => at > now - windowMs).length;
          const longer = allowed.filter((at) => at > now - windowMs - windowMs / SLOTS).length;
          const verdict = takeSlottedAttempt(slots, { attempts, windowMs }, now);
          if (verdict.allowed) expect(before).toBeLessThan(attempts);
          else expect(longer).toBeGreaterThanOrEqual(attempts);
          if (verdict.allowed) allowed.push(now);
          expect(slots.length).toBeLessThanOrEqual(SLOTS + 1);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('says how long to wait, and waiting that long is enough', () => {
    const limit = { attempts: SLOTS + 1, windowMs: 10_000 };
    const slots: AttemptSlot[] = [];
    for (let nth = 0; nth <= SLOTS; nth++) takeSlottedAttempt(slots, limit, nth * 10);
    const now = (SLOTS + 1) * 10;
    const { allowed, remaining, resetMs } = takeSlottedAttempt(slots, limit, now);
    expect([allowed, remaining]).toEqual([false, 0]);
    expect(takeSlottedAttempt(structuredClone(slots), limit, now + resetMs - 1).allowed).toBe(false);
    expect(takeSlottedAttempt(slots, limit, now + resetMs).allowed).toBe(true);
  });

  it('keeps a log of any number of attempts small', () => {
    const slots: AttemptSlot[] = [];
    const limit = { attempts: 1_000_000_000, windowMs: 3_600_000 };
    for (let nth = 0; nth < 20_000; nth++) takeSlottedAttempt(slots, limit, nth * 500);
    expect(slots.length).toBeLessThanOrEqual(SLOTS + 1);
    expect(slots.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(7_200);
  });
});
