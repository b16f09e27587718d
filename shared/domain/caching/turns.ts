import { SharedLoad } from './shared-load.ts';

const OVER = {};

/**
 * Lets requests of one isolate do something one after the other. Each waits for the one before it by a timer of its own, and
 * no longer than `lostAfterMs`: a request that was broken off does not hold up the others.
 */
export class Turns {
  readonly #lostAfterMs: number;
  #last: SharedLoad<object> | undefined;

  constructor(lostAfterMs: number) {
    this.#lostAfterMs = lostAfterMs;
  }

  /** Does it when its turn has come. A failure is the caller's own. */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    const before = this.#last;
    const turn = new SharedLoad<object>();
    this.#last = turn;
    let result: Result | undefined;
    await turn.run(async () => {
      await before?.waitUntilSettled(this.#lostAfterMs);
      result = await work();
      return OVER;
    });
    return result as Result;
  }
}
