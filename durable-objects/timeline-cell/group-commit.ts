/** Commits of one object under load lie this far apart: each waits for the disk, and those that come meanwhile share the next. */
const COMMIT_EVERY_MS = 10;

type Waiting<Input, Output> = { input: Input; resolve(output: Output): void; reject(error: unknown): void };

type Writing<Input, Output> = {
  /** Throws for a write that may not be: it fails alone. Writes nothing. */
  check(input: Input): void;
  run(input: Input): Output;
};

/**
 * Gathers writes and runs them in one transaction: they share a commit, and each is answered only when it is durable. One
 * that comes after a rest is written in the next turn of the object; under load they gather for some milliseconds. A bug
 * in one fails all of its transaction.
 */
export class GroupCommit<Input, Output> {
  readonly #storage: DurableObjectStorage;
  readonly #writing: Writing<Input, Output>;
  #waiting: Waiting<Input, Output>[] = [];
  #committedAt = 0;

  constructor(storage: DurableObjectStorage, writing: Writing<Input, Output>) {
    this.#storage = storage;
    this.#writing = writing;
  }

  submit(input: Input): Promise<Output> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ input, resolve, reject });
      if (this.#waiting.length > 1) return;
      const rest = this.#committedAt + COMMIT_EVERY_MS - Date.now();
      setTimeout(() => this.#commit(), Math.min(COMMIT_EVERY_MS, Math.max(0, rest)));
    });
  }

  #commit(): void {
    const allowed = this.#waiting.filter((write) => this.#isAllowed(write));
    this.#waiting = [];
    this.#committedAt = Date.now();
    try {
      const outputs = this.#storage.transactionSync(() => allowed.map(({ input }) => this.#writing.run(input)));
      for (const [at, output] of outputs.entries()) allowed[at]?.resolve(output);
    } catch (error) {
      for (const { reject } of allowed) reject(error);
    }
  }

  #isAllowed({ input, reject }: Waiting<Input, Output>): boolean {
    try {
      this.#writing.check(input);
      return true;
    } catch (error) {
      reject(error);
      return false;
    }
  }
}
