type Waiting<Input, Output> = { input: Input; resolve(output: Output): void; reject(error: unknown): void };

type Options<Input, Output> = {
  /** Answers what became of each input, in their order. */
  run(inputs: Input[]): Promise<Output[]>;
  /** Inputs of one run at most. */
  max: number;
  /** Whether an input may go with those already chosen; one that may not goes with a later run. */
  fits?(chosen: readonly Input[], input: Input): boolean;
  /** When a run of several fails, each of them runs alone, so that only what is wrong fails. */
  retryAlone?: boolean;
  /** Nothing is left to do. */
  onIdle?(): void;
};

/**
 * Runs inputs together: while one run is on its way, those that come wait, and all of them go with the next. So the groups
 * grow with the load by themselves, and a single input never waits.
 */
export class Gather<Input, Output> {
  readonly #options: Options<Input, Output>;
  #waiting: Waiting<Input, Output>[] = [];
  #isRunning = false;

  constructor(options: Options<Input, Output>) {
    this.#options = options;
  }

  submit(input: Input): Promise<Output> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ input, resolve, reject });
      if (!this.#isRunning) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#isRunning = true;
    // What arrived in the same turn goes along.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const chosen = this.#choose();
      const failure = await this.#runAll(chosen);
      if (!failure) continue;
      if (this.#options.retryAlone && chosen.length > 1) await this.#runEach(chosen);
      else for (const { reject } of chosen) reject(failure.error);
    }
    this.#isRunning = false;
    this.#options.onIdle?.();
  }

  #choose(): Waiting<Input, Output>[] {
    const { max, fits } = this.#options;
    const chosen: Waiting<Input, Output>[] = [];
    const inputs: Input[] = [];
    const later: Waiting<Input, Output>[] = [];
    for (const waiting of this.#waiting) {
      if (chosen.length < max && (!fits || fits(inputs, waiting.input))) {
        chosen.push(waiting);
        inputs.push(waiting.input);
      } else {
        later.push(waiting);
      }
    }
    this.#waiting = later;
    return chosen;
  }

  async #runAll(chosen: readonly Waiting<Input, Output>[]): Promise<{ error: unknown } | undefined> {
    try {
      const outputs = await this.#options.run(chosen.map(({ input }) => input));
      for (const [at, output] of outputs.entries()) chosen[at]?.resolve(output);
      return undefined;
    } catch (error) {
      return { error };
    }
  }

  async #runEach(chosen: readonly Waiting<Input, Output>[]): Promise<void> {
    for (const one of chosen) {
      const failure = await this.#runAll([one]);
      if (failure) one.reject(failure.error);
    }
  }
}
