import { setTimeout as wait } from 'node:timers/promises';

/**
 * Loads values by id in one batch; ids without a value are left out of the answer. `fresh`: from the source itself, past
 * any cache between.
 */
export type LoadMany<Value> = (ids: string[], fresh: boolean, context: CacheContext) => Promise<Map<string, Value>>;

/** What a read may need of its request: the time (Unix ms), and keeping work alive past the answer. */
export type CacheContext = { now: number; waitUntil(work: Promise<unknown>): void };

type Options<Value> = {
  load: LoadMany<Value>;
  /** A value is served without a look at its source for this long. */
  freshMs: number;
  /** For this long after that it is still served, while a new one is fetched behind the answer. */
  staleMs: number;
  /** Values kept; the ones inserted first go first. */
  max: number;
  /** Called with the id of a value that became another, or is to be read again. */
  onChange?: (id: string) => void;
  /** A value read again that is the same stays the same object. */
  isSame?: (held: Value, read: Value) => boolean;
};

type Held<Value> = { value: Value; loadedAt: number };

/**
 * Values that grow stale are gathered this long (ms) and fetched in one load. A load a request would ask D1 as often as
 * people read; gathered, it asks a few times a second however many read.
 */
const GATHER_MS = 200;
/** A gathering of a request that was broken off is taken over after this (ms). */
const GATHER_LOST_MS = 2_000;

/** A layer's hits and misses since the isolate began, for the operator's hit rate. */
export type CacheCounts = { hits: number; stale: number; misses: number; collapsed: number };

/**
 * An isolate's memory of values by id. Reads of one batch make one load, and concurrent reads of the same id share it:
 * a stampede on a cold value reaches its source once.
 */
export class BatchCache<Value> {
  readonly counts: CacheCounts = { hits: 0, stale: 0, misses: 0, collapsed: 0 };
  readonly #options: Options<Value>;
  readonly #held = new Map<string, Held<Value>>();
  readonly #loading = new Map<string, Promise<Map<string, Value>>>();
  readonly #gathered = new Set<string>();
  #gatheringSince = Number.NEGATIVE_INFINITY;

  constructor(options: Options<Value>) {
    this.#options = options;
  }

  /** The values of `ids` that exist. */
  async getMany(ids: readonly string[], context: CacheContext): Promise<Map<string, Value>> {
    const { freshMs, staleMs } = this.#options;
    const found = new Map<string, Value>();
    const missing: string[] = [];
    const stale: string[] = [];
    for (const id of ids) {
      const held = this.#held.get(id);
      const age = held ? context.now - held.loadedAt : Number.POSITIVE_INFINITY;
      if (held && age < freshMs + staleMs) {
        found.set(id, held.value);
        if (age >= freshMs) stale.push(id);
      } else {
        missing.push(id);
      }
    }
    this.counts.hits += found.size - stale.length;
    this.counts.stale += stale.length;
    if (stale.length > 0) this.#refresh(stale, context);
    if (missing.length > 0) {
      for (const [id, value] of await this.#loadMissing(missing, context, false)) found.set(id, value);
    }
    return found;
  }

  /** Reads again what the caller knows to be outdated. */
  async reload(ids: readonly string[], context: CacheContext): Promise<Map<string, Value>> {
    for (const id of ids) this.forget(id);
    return this.#loadMissing(ids, context, true);
  }

  /** Holds a value that the caller has just read, or written, at its source. */
  keep(id: string, value: Value, now: number): void {
    this.#hold(id, value, now);
  }

  forget(id: string): void {
    this.#held.delete(id);
    this.#options.onChange?.(id);
  }

  async #loadMissing(ids: readonly string[], context: CacheContext, fresh: boolean): Promise<Map<string, Value>> {
    const shared = new Set<Promise<Map<string, Value>>>();
    const own = new Set<string>();
    for (const id of ids) {
      const running = this.#loading.get(loadKey(id, fresh));
      if (running) shared.add(running);
      else own.add(id);
    }
    this.counts.misses += own.size;
    this.counts.collapsed += ids.length - own.size;
    if (own.size > 0) shared.add(this.#start([...own], context, fresh));
    const found = new Map<string, Value>();
    for (const loaded of await Promise.all(shared)) {
      for (const id of ids) {
        const value = loaded.get(id);
        if (value !== undefined) found.set(id, value);
      }
    }
    return found;
  }

  /** Lets `ids` be fetched behind the answers. The first request to add one carries out what others add while it waits. */
  #refresh(ids: readonly string[], context: CacheContext): void {
    for (const id of ids) this.#gathered.add(id);
    if (context.now < this.#gatheringSince + GATHER_LOST_MS) return;
    this.#gatheringSince = context.now;
    context.waitUntil(this.#fetchGathered(context));
  }

  async #fetchGathered(context: CacheContext): Promise<void> {
    await wait(GATHER_MS);
    const idle = [...this.#gathered].filter((id) => !this.#loading.has(loadKey(id, false)));
    this.#gathered.clear();
    this.#gatheringSince = Number.NEGATIVE_INFINITY;
    // A failed refresh changes nothing: the held value is served until it is too old, and then the error shows.
    if (idle.length > 0) await this.#start(idle, context, false).catch(() => undefined);
  }

  #start(ids: string[], context: CacheContext, fresh: boolean): Promise<Map<string, Value>> {
    const running = this.#options
      .load(ids, fresh, context)
      .then((loaded) => {
        for (const [id, value] of loaded) this.#hold(id, value, context.now);
        return loaded;
      })
      .finally(() => {
        for (const id of ids) this.#loading.delete(loadKey(id, fresh));
      });
    for (const id of ids) this.#loading.set(loadKey(id, fresh), running);
    // Others may wait for this load: it outlives the request that began it.
    context.waitUntil(running.catch(() => undefined));
    return running;
  }

  #hold(id: string, value: Value, now: number): void {
    const { isSame, onChange } = this.#options;
    const held = this.#held.get(id);
    if (held && isSame?.(held.value, value)) {
      held.loadedAt = now;
      return;
    }
    onChange?.(id);
    this.#held.delete(id);
    this.#held.set(id, { value, loadedAt: now });
    if (this.#held.size > this.#options.max) {
      const [oldest] = this.#held.keys();
      if (oldest !== undefined) this.#held.delete(oldest);
    }
  }
}

/** A fresh load may not be answered by one that began with a cache in between. */
function loadKey(id: string, fresh: boolean): string {
  return fresh ? `${id}!` : id;
}
