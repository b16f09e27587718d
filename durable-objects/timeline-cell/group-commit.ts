import type { Joined } from '../../shared/domain/timelines/resident-cells.ts';

/** Commits of one object lie this far apart while few write: closer, and looking for writes costs more than they do. */
const COMMIT_EVERY_MS = 5;
/** The same when this many came together: a commit waits for the disk, and what comes meanwhile shares the next. */
const CROWD = 4;
const CROWD_EVERY_MS = 14;
/**
 * A commit that runs late says that the thread has more to do than it can: those of a crowd then lie so much further apart,
 * up to this much, for a larger group costs less a write, and everybody waits for the thread anyway.
 */
const MOST_LATE_MS = 30;
/**
 * A commit is most likely over this long after it is due. Of a crowd, on a busy thread, the waits of many end at the same
 * time, and whoever looks too early has to wait once more: later costs nobody anything who likes again, for the commit
 * after that is further off.
 */
const OVER_AFTER_MS = 2;
const CROWD_OVER_AFTER_MS = 8;
/** Another commit comes, if only to look, for this long after the last write. */
const OPEN_MS = 30;

type Waiting<Input, Output> = {
  input: Input;
  isJoined: boolean;
  settle(output: Output): void;
  fail(error: unknown): void;
};

type Writing<Input, Output> = {
  /** Throws for a write that may not be: it fails alone. Writes nothing. */
  check(input: Input): void;
  /** Runs writes in their order; one output each. */
  run(inputs: readonly Input[]): Output[];
  /** Called when a transaction was rolled back: memory may hold what storage does not. */
  forget(inputs: readonly Input[]): void;
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
  /** When the next commit comes (Unix ms), if one is set. */
  #dueAt: number | undefined;
  /** How late the last commit ran. */
  #lateMs = 0;
  #last = { at: Number.NEGATIVE_INFINITY, size: 0 };

  constructor(storage: DurableObjectStorage, writing: Writing<Input, Output>) {
    this.#storage = storage;
    this.#writing = writing;
  }

  /** Writes within a call to the object: the platform holds the answer back until it is durable. */
  submit(input: Input): Promise<Output> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ input, isJoined: false, settle, fail });
      this.#arm();
    });
  }

  /** Adds a write from outside of the object, if a commit is coming: what became of it is there once it is durable. */
  join(input: Input): Joined<Output> | undefined {
    if (this.#dueAt === undefined) return undefined;
    const overAfter = this.#last.size >= CROWD ? CROWD_OVER_AFTER_MS : OVER_AFTER_MS;
    const joined: Joined<Output> = { is: 'waiting', lookAt: this.#dueAt + overAfter };
    const settle = (output: Output) => Object.assign(joined, { is: 'done', output });
    const fail = () => Object.assign(joined, { is: 'failed' });
    this.#waiting.push({ input, isJoined: true, settle, fail });
    return joined;
  }

  #arm(): void {
    if (this.#dueAt !== undefined) return;
    const now = Date.now();
    const gap = this.#last.size >= CROWD ? CROWD_EVERY_MS + Math.min(this.#lateMs, MOST_LATE_MS) : COMMIT_EVERY_MS;
    const rest = Math.min(gap, Math.max(0, this.#last.at + gap - now));
    this.#dueAt = now + rest;
    setTimeout(() => this.#commit(), rest);
  }

  #commit(): void {
    const now = Date.now();
    this.#lateMs = Math.max(0, now - (this.#dueAt ?? now));
    this.#dueAt = undefined;
    const group = this.#waiting;
    if (group.length > 0) {
      this.#waiting = [];
      this.#last = { at: now, size: group.length };
      this.#write(group.filter((write) => this.#isAllowed(write)));
    }
    if (now - this.#last.at < OPEN_MS) this.#arm();
  }

  #write(group: readonly Waiting<Input, Output>[]): void {
    try {
      const outputs = this.#storage.transactionSync(() => this.#writing.run(group.map(({ input }) => input)));
      const settle = (ofJoined: boolean) => {
        for (const [at, write] of group.entries()) if (write.isJoined === ofJoined) write.settle(outputs[at] as Output);
      };
      settle(false);
      if (!group.some(({ isJoined }) => isJoined)) return;
      // A lost commit ends the object, and with it the waiting: whoever joined asks again.
      void this.#storage.sync().then(() => settle(true));
    } catch (error) {
      this.#writing.forget(group.map(({ input }) => input));
      for (const { fail } of group) fail(error);
    }
  }

  #isAllowed({ input, fail }: Waiting<Input, Output>): boolean {
    try {
      this.#writing.check(input);
      return true;
    } catch (error) {
      fail(error);
      return false;
    }
  }
}
