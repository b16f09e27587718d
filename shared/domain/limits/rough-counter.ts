import { RecentMap } from '../caching/recent-map.ts';
import type { Rule, Verdict } from './take-attempt.ts';

/** Two windows of a subject: the running one, which began `since`, and how many the one before it had. */
type Windows = { since: number; running: number; before: number };

/**
 * Attempts counted in memory, two numbers a subject: the last window counts by the share of it that a sliding window
 * still covers. It costs a look-up and knows only what came to this isolate, so it is for much of what is cheap.
 */
export class RoughCounter {
  readonly #bySubject: RecentMap<string, Windows>;

  constructor(maxSubjects: number) {
    this.#bySubject = new RecentMap(maxSubjects);
  }

  /** Counts an attempt unless that makes too many. A refused one is not counted. `now` is Unix ms. */
  take(subject: string, { attempts, windowMs }: Rule, now: number): Verdict {
    const windows = this.#open(subject, windowMs, now);
    const covered = 1 - (now - windows.since) / windowMs;
    const counted = windows.running + windows.before * covered;
    const allowed = counted + 1 <= attempts;
    if (allowed) windows.running += 1;
    const remaining = Math.max(0, Math.floor(attempts - counted - (allowed ? 1 : 0)));
    return { allowed, remaining, resetMs: windows.since + windowMs - now };
  }

  #open(subject: string, windowMs: number, now: number): Windows {
    const held = this.#bySubject.get(subject);
    if (held && now < held.since + windowMs) return held;
    const isNext = held !== undefined && now < held.since + 2 * windowMs;
    const opened: Windows = isNext
      ? { since: held.since + windowMs, running: 0, before: held.running }
      : { since: now, running: 0, before: 0 };
    this.#bySubject.set(subject, opened);
    return opened;
  }
}
