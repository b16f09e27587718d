/** Rates are measured over this long. */
const WINDOW_MS = 10_000;

/**
 * Reports a second, over the last full window or the running one, whichever is higher: quick to grow, slow to shrink.
 * Lives in memory: an evicted object was not hot.
 */
export class RateWindow {
  #start = 0;
  #running = 0;
  #last = 0;

  /** Counts `reports` at `now` (Unix ms) and answers the rate. */
  count(reports: number, now: number): number {
    const start = now - (now % WINDOW_MS);
    if (start !== this.#start) {
      this.#last = start - this.#start === WINDOW_MS ? this.#running : 0;
      this.#running = 0;
      this.#start = start;
    }
    this.#running += reports;
    return (Math.max(this.#running, this.#last) * 1_000) / WINDOW_MS;
  }
}
