/**
 * Groups what arrives while a commit is under way into the next one: under load many callers share a commit, and a lone caller waits for
 * nothing. `commit` answers one result per item, in order.
 */
export class GroupCommit<Item, Result> {
  readonly #commit: (items: Item[]) => Promise<Result[]>;
  readonly #largest: number;
  #waiting: { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }[] = [];
  #running = false;

  constructor(largest: number, commit: (items: Item[]) => Promise<Result[]>) {
    this.#largest = largest;
    this.#commit = commit;
  }

  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (!this.#running) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    // Lets the rest of this turn's requests join the first group.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, this.#largest);
      try {
        const results = await this.#commit(group.map(({ item }) => item));
        for (const [at, waiter] of group.entries()) waiter.resolve(results[at] as Result);
      } catch (error) {
        for (const waiter of group) waiter.reject(error);
      }
    }
    this.#running = false;
  }
}
