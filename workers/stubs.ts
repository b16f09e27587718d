import { RecentMap } from '../shared/domain/caching/recent-map.ts';
import { LOGICAL_SHARDS, shardOfId } from '../shared/ids/index.ts';
import type { WorkerEnv } from './services.ts';

/** Names kept at hand: hashing a name into an object id costs more than the look-up. */
const MAX_CACHED_IDS = 20_000;

/** The one place that turns a name into a Durable Object stub. */
export class Stubs {
  readonly #env: WorkerEnv;
  readonly #cellIds = new RecentMap<string, DurableObjectId>(MAX_CACHED_IDS);

  constructor(env: WorkerEnv) {
    this.#env = env;
  }

  /** The cell `region-number`; its region is where the object is opened first. */
  cell(cellId: string) {
    const locationHint = cellId.slice(0, cellId.lastIndexOf('-')) as DurableObjectLocationHint;
    return this.#env.TIMELINE_CELL.get(this.#cellObjectId(cellId), { locationHint });
  }

  /** The directory that fills and opens a region's cells. */
  cellDirectory(region: DurableObjectLocationHint) {
    return this.#env.CELL_DIRECTORY.get(this.#env.CELL_DIRECTORY.idFromName(region), { locationHint: region });
  }

  /** The limiter of `user:<id>` or `address:<ip>`. */
  rateLimiter(subject: string) {
    return this.#env.RATE_LIMITER.get(this.#env.RATE_LIMITER.idFromName(subject));
  }

  /** The inbox of a user. */
  inbox(userId: string) {
    return this.#env.INBOX.get(this.#env.INBOX.idFromName(userId));
  }

  /** The conversation of two people, by `conversationIdOf`. */
  conversation(id: string) {
    return this.#env.CONVERSATION.get(this.#env.CONVERSATION.idFromName(id));
  }

  /** An author's publisher: of `publishers`, each has an equal range of logical shards. */
  publisherOf(authorId: string, publishers: number) {
    const number = Math.floor((shardOfId(authorId) * publishers) / LOGICAL_SHARDS) + 1;
    return this.#env.PUBLISHER.get(this.#env.PUBLISHER.idFromName(`publisher-${number}`));
  }

  #cellObjectId(cellId: string): DurableObjectId {
    let id = this.#cellIds.get(cellId);
    if (!id) {
      id = this.#env.TIMELINE_CELL.idFromName(cellId);
      this.#cellIds.set(cellId, id);
    }
    return id;
  }
}
