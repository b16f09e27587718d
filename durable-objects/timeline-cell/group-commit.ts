type Waiting<Input, Output> = { input: Input; resolve(output: Output): void; reject(error: unknown): void };

/**
 * Gathers the writes that arrive within one turn of the object and runs them in one transaction: they share a commit,
 * and each is answered only when it is durable. A write that throws fails alone.
 */
export class GroupCommit<Input, Output> {
  readonly #storage: DurableObjectStorage;
  readonly #run: (input: Input) => Output;
  #waiting: Waiting<Input, Output>[] = [];

  constructor(storage: DurableObjectStorage, run: (input: Input) => Output) {
    this.#storage = storage;
    this.#run = run;
  }

  submit(input: Input): Promise<Output> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ input, resolve, reject });
      if (this.#waiting.length === 1) setTimeout(() => this.#commit(), 0);
    });
  }

  #commit(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      const settlements = this.#storage.transactionSync(() => waiting.map((write) => this.#attempt(write)));
      for (const settle of settlements) settle();
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }

  #attempt({ input, resolve, reject }: Waiting<Input, Output>): () => void {
    try {
      const output = this.#storage.transactionSync(() => this.#run(input));
      return () => resolve(output);
    } catch (error) {
      return () => reject(error);
    }
  }
}
