import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeAttempt } from './take-attempt.ts';

const rule = fc.record({ attempts: fc.integer({ min: 1, max: 6 }), windowMs: fc.integer({ min: 1, max: 50 }) });
const steps = fc.array(fc.nat(20), { maxLength: 60 });

/** The definition: an attempt is allowed when fewer than the limit were allowed in the window before it. */
function allowedByDefinition(
  times: number[],
  { attempts, windowMs }: { attempts: number; windowMs: number },
): boolean[] {
  const kept: number[] = [];
  return times.map((now) => {
    const allowed = kept.filter((at) => at > now - windowMs).length < attempts;
    if (allowed) kept.push(now);
    return allowed;
  });
}

describe('takeAttempt', () => {
  it('never lets more than the limit into any window, and never fewer', () => {
    fc.assert(
      fc.property(rule, steps, (limit, gaps) => {
        let now = 1_000;
        const times = gaps.map((gap) => (now += gap));
        const log: number[] = [];
        expect(times.map((time) => takeAttempt(log, limit, time).allowed)).toEqual(allowedByDefinition(times, limit));
        expect(log.length).toBeLessThanOrEqual(limit.attempts);
      }),
    );
  });

  it('says how long to wait, and waiting that long is enough', () => {
    fc.assert(
      fc.property(rule, steps, (limit, gaps) => {
        let now = 1_000;
        const log: number[] = [];
        for (const gap of gaps) {
          now += gap;
          const { allowed, remaining, resetMs } = takeAttempt(log, limit, now);
          if (allowed) continue;
          expect(remaining).toBe(0);
          expect(resetMs).toBeGreaterThan(0);
          expect(takeAttempt([...log], limit, now + resetMs - 1).allowed).toBe(false);
          expect(takeAttempt([...log], limit, now + resetMs).allowed).toBe(true);
        }
      }),
    );
  });

  it('counts down', () => {
    const log: number[] = [];
    const limit = { attempts: 3, windowMs: 1_000 };
    expect([0, 1, 2, 3].map((now) => takeAttempt(log, limit, now).remaining)).toEqual([2, 1, 0, 0]);
  });

  it('takes several together, or none of them', () => {
    const log: number[] = [];
    const limit = { attempts: 3, windowMs: 1_000 };
    expect(takeAttempt(log, limit, 0, 2)).toMatchObject({ allowed: true, remaining: 1 });
    expect(takeAttempt(log, limit, 10, 2)).toEqual({ allowed: false, remaining: 1, resetMs: 990 });
    expect(takeAttempt(log, limit, 10, 1)).toMatchObject({ allowed: true, remaining: 0 });
    expect(takeAttempt(log, limit, 20, 3)).toEqual({ allowed: false, remaining: 0, resetMs: 990 });
    expect(takeAttempt(log, limit, 1_010, 3).allowed).toBe(true);
    expect(takeAttempt(log, limit, 5_000, 4)).toMatchObject({ allowed: false, remaining: 3 });
  });
});
