import { setTimeout as wait } from 'node:timers/promises';
import { restAfter } from './rest-after.ts';
import { settleWithin } from './settle-within.ts';

/** The inputs of a round may take this long (ms) before the next begins: a slow database holds up its own posts only. */
const PATIENCE_MS = 200;

type Waiting<Input, Output> = { input: Input; resolve(output: Promise<Output>): void; reject(error: unknown): void };

/**
 * Takes inputs in rounds: one that comes when nothing is under way begins at once, and all that come meanwhile begin
 * together when those before them are through, and a short rest is over. So rounds grow with the load by themselves, and a
 * single input never waits.
 */
export class Rounds<Input, Output> {
  readonly #run: (inputs: Input[]) => Promise<Output>[];
  readonly #waiting: Waiting<Input, Output>[] = [];
  #isUnderWay = false;
  #endedAt = 0;
  #rest = 0;

  constructor(run: (inputs: Input[]) => Promise<Output>[]) {
    this.#run = run;
  }

  submit(input: Input): Promise<Output> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ input, resolve, reject });
      if (!this.#isUnderWay) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#isUnderWay = true;
    while (this.#waiting.length > 0) {
      // At least a turn, so that what arrived in the same one goes along.
      await wait(Math.min(this.#rest, Math.max(0, this.#endedAt + this.#rest - Date.now())));
      const begunAt = Date.now();
      const round = this.#waiting.splice(0);
      await settleWithin(this.#begin(round), PATIENCE_MS);
      this.#endedAt = Date.now();
      this.#rest = restAfter(round.length, this.#endedAt - begunAt);
    }
    this.#isUnderWay = false;
  }

  #begin(round: readonly Waiting<Input, Output>[]): Promise<Output>[] {
    try {
      const outputs = this.#run(round.map(({ input }) => input));
      for (const [at, { resolve }] of round.entries()) if (outputs[at]) resolve(outputs[at]);
      return outputs;
    } catch (error) {
      for (const { reject } of round) reject(error);
      return [];
    }
  }
}
