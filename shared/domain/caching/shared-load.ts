import { setTimeout as wait } from 'node:timers/promises';

/** How often (ms) a waiting request looks: soon at first, then at longer and longer intervals. */
const FIRST_LOOK_MS = 2;
const LONGEST_LOOK_MS = 50;
const LOOKS_GROW_BY = 1.5;
/** After this long (ms) a load counts as lost: whoever waits loads again. */
const LOST_AFTER_MS = 5_000;

/**
 * A load that one request carries out and others wait for. They look by timers of their own: the runtime cancels a request
 * as hung that waits for nothing but another one's promise, and does not reliably wake it.
 */
export class SharedLoad<Value> {
  #outcome: { values: Map<string, Value> } | { reason: unknown } | undefined;

  /** Carries it out, in the request that began it. */
  async run(work: () => Promise<Map<string, Value>>): Promise<Map<string, Value>> {
    try {
      const values = await work();
      this.#outcome = { values };
      return values;
    } catch (reason) {
      this.#outcome = { reason };
      throw reason;
    }
  }

  /** What another request loads, or undefined when it was lost on the way. Throws what the load threw. */
  async join(): Promise<Map<string, Value> | undefined> {
    let pause = FIRST_LOOK_MS;
    for (let waited = 0; this.#outcome === undefined && waited < LOST_AFTER_MS; waited += pause) {
      pause = waited === 0 ? FIRST_LOOK_MS : Math.min(pause * LOOKS_GROW_BY, LONGEST_LOOK_MS);
      await wait(pause);
    }
    if (this.#outcome === undefined) return undefined;
    if ('reason' in this.#outcome) throw this.#outcome.reason;
    return this.#outcome.values;
  }
}
