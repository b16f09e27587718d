import { settleWork } from '../../shared/db/outbox/settle-work.ts';
import type { Shard, ShardRouter } from '../../shared/db/shard-router.ts';

/** Work that is done is forgotten with the next posts of its database, or after this. */
const SETTLE_MS = 200;

/** Outbox rows whose work is done and that are still there. Losing the list costs a second delivery, which changes nothing. */
export class WorkLedger {
  readonly #shards: ShardRouter;
  #done: string[] = [];
  #isTimed = false;

  constructor(shards: ShardRouter) {
    this.#shards = shards;
  }

  add(outboxIds: readonly string[]): void {
    this.#done.push(...outboxIds);
    if (this.#isTimed || this.#done.length === 0) return;
    this.#isTimed = true;
    setTimeout(() => this.#flush(), SETTLE_MS);
  }

  /** The rows of one database, for whoever takes them along; `add` them again when that fails. */
  take(shard: Shard): string[] {
    const taken = this.#done.filter((id) => this.#shards.forId(id) === shard);
    this.#done = this.#done.filter((id) => this.#shards.forId(id) !== shard);
    return taken;
  }

  async #flush(): Promise<void> {
    this.#isTimed = false;
    const done = this.#done;
    this.#done = [];
    // What is left then is the sweep's.
    if (done.length > 0) await settleWork(this.#shards, done).catch(() => undefined);
  }
}
