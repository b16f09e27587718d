import { setTimeout as wait } from 'node:timers/promises';

/** How often (ms) a waiting request looks: soon at first, then at longer and longer intervals. */
const FIRST_LOOK_MS = 2;
const LONGEST_LOOK_MS = 50;
const LOOKS_GROW_BY = 1.5;
/** After this long (ms) a load counts as lost: whoever waits loads again. */
const LOST_AFTER_MS = 5_000;

/**
 * Work that one request carries out and others wait for. They look by timers of their own: the runtime cancels a request
 * as hung that waits for nothing but another one's promise, and does not reliably wake it.
 */
export class SharedLoad<Result extends object> {
  #outcome: { result: Result } | { reason: unknown } | undefined;

  /** Whether it is over, well or badly. */
  get isSettled(): boolean {
    return this.#outcome !== undefined;
  }

  /** Carries it out, in the request that began it. */
  async run(work: () => Promise<Result>): Promise<Result> {
    try {
      const result = await work();
      this.#outcome = { result };
      return result;
    } catch (reason) {
      this.#outcome = { reason };
      throw reason;
    }
  }

  /** What another request makes, or undefined when it was lost on the way, `lostAfterMs`. Throws what the work threw. */
  async join(lostAfterMs = LOST_AFTER_MS): Promise<Result | undefined> {
    await this.waitUntilSettled(lostAfterMs);
    if (this.#outcome === undefined) return undefined;
    if ('reason' in this.#outcome) throw this.#outcome.reason;
    return this.#outcome.result;
  }

  /** Waits until it is over, but no longer than `most` ms. */
  async waitUntilSettled(most: number): Promise<void> {
    let pause = FIRST_LOOK_MS;
    for (let waited = 0; !this.isSettled && waited < most; waited += pause) {
      pause = waited === 0 ? FIRST_LOOK_MS : Math.min(pause * LOOKS_GROW_BY, LONGEST_LOOK_MS);
      await wait(pause);
    }
  }
}
