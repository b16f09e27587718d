import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pace } from './pace.ts';

describe('the pace of calls to a cell', () => {
  beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => vi.useRealTimers());

  /** A pace after calls that began these milliseconds ago, and what it let go. */
  function aPace(...callsAgo: number[]) {
    const pace = new Pace();
    const gone: string[] = [];
    for (const ago of callsAgo) pace.noteCall(Date.now() - ago);
    return { pace, gone, ask: (name: string) => pace.whenDue(() => gone.push(name)) };
  }

  it.each([
    ['never called', []],
    ['called four times in a moment', [3, 2, 1, 0]],
    ['called five times in 100 ms', [100, 40, 30, 20, 10]],
    ['busy, but not for 50 ms', [90, 80, 70, 60, 50]],
  ])('is none for a cell %s', (_name, calls) => {
    const { gone, ask } = aPace(...calls);
    ask('a');
    expect(gone).toEqual(['a']);
  });

  it('lets what comes for a busy cell go together, 50 ms after the last call', () => {
    const { pace, gone, ask } = aPace(99, 80, 60, 40, 20);
    ask('a');
    vi.advanceTimersByTime(29);
    ask('b');
    expect([gone, pace.isResting]).toEqual([[], true]);
    vi.advanceTimersByTime(1);
    expect([gone, pace.isResting]).toEqual([['a', 'b'], false]);
  });

  it('is over when something cannot wait', () => {
    const { pace, gone, ask } = aPace(4, 3, 2, 1, 0);
    ask('a');
    pace.release();
    expect(gone).toEqual(['a']);
    vi.advanceTimersByTime(1_000);
    expect(gone).toEqual(['a']);
  });
});
