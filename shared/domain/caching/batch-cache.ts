import { setTimeout as wait } from 'node:timers/promises';
import { RecentMap } from './recent-map.ts';
import { SharedLoad } from './shared-load.ts';

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
  /** Values kept at most; what nobody asked for the longest goes first. */
  max: number;
  /** Called with the id of a value that became another, or is to be read again. */
  onChange?: (id: string) => void;
  /** A value read again that is the same stays the same object. */
  isSame?: (held: Value, read: Value) => boolean;
};

type Held<Value> = { value: Value; loadedAt: number };
/** A load of `ids`, which takes more of them and more readers until it has begun. `now`: when the last of these came. */
type Loading<Value> = {
  ids: string[];
  load: SharedLoad<Map<string, Value>>;
  since: number;
  now: number;
  begun: boolean;
};

/**
 * Values that grow stale are gathered this long (ms) and fetched in one load. A load a request would ask D1 as often as
 * people read; gathered, it asks a few times a second however many read.
 */
const GATHER_MS = 200;
/**
 * Values that are missing are gathered this long (ms): requests that a cold isolate meets at once ask their databases
 * together. What has to be fresh is not kept waiting, unless the same is just being read.
 */
const GATHER_MISSING_MS = 2;
/** What is needed fresh waits this long (ms) at most for a load of the same that began before it, to be read once after. */
const BEHIND_MS = 100;
/** A gathering of a request that was broken off is taken over after this (ms). */
const GATHER_LOST_MS = 2_000;

/** A layer's hits and misses since the isolate began, for the operator's hit rate. */
export type CacheCounts = { hits: number; stale: number; misses: number; collapsed: number };

/**
 * An isolate's memory of values by id. Reads of one batch make one load, and concurrent reads of the same id share it:
 * a stampede on a cold value reaches its source once. Fresh reads share only a load that begins after all of them.
 */
export class BatchCache<Value> {
  readonly counts: CacheCounts = { hits: 0, stale: 0, misses: 0, collapsed: 0 };
  readonly #options: Options<Value>;
  readonly #held: RecentMap<string, Held<Value>>;
  readonly #loading = new Map<string, Loading<Value>>();
  #missing: Loading<Value> | undefined;
  readonly #gathered = new Set<string>();
  #gatheringSince = Number.NEGATIVE_INFINITY;

  constructor(options: Options<Value>) {
    this.#options = options;
    this.#held = new RecentMap(options.max);
  }

  /** A value that is at hand and needs no second look. */
  find(id: string, now: number): Value | undefined {
    const held = this.#held.get(id);
    if (!held || now - held.loadedAt >= this.#options.freshMs) return undefined;
    this.counts.hits += 1;
    return held.value;
  }

  /** A value that `getMany` would answer without a wait; one that grew stale is fetched behind the answer. */
  glance(id: string, context: CacheContext): Value | undefined {
    const { freshMs, staleMs } = this.#options;
    const held = this.#held.get(id);
    if (!held) return undefined;
    const age = context.now - held.loadedAt;
    if (age >= freshMs + staleMs) return undefined;
    if (age < freshMs) {
      this.counts.hits += 1;
    } else {
      this.counts.stale += 1;
      this.#refresh(id, context);
    }
    return held.value;
  }

  /** The values of `ids` that exist. */
  async getMany(ids: readonly string[], context: CacheContext): Promise<Map<string, Value>> {
    const found = new Map<string, Value>();
    const missing: string[] = [];
    for (const id of ids) {
      const value = this.glance(id, context);
      if (value === undefined) missing.push(id);
      else found.set(id, value);
    }
    if (missing.length > 0) {
      for (const [id, value] of await this.#loadMissing(missing, context, false)) found.set(id, value);
    }
    return found;
  }

  /** Reads again what the caller knows to be outdated. Nothing that is answered was read before the call. */
  async reload(ids: readonly string[], context: CacheContext): Promise<Map<string, Value>> {
    for (const id of ids) this.#drop(id);
    return this.#loadMissing(ids, context, true);
  }

  /** Takes a value that came along with another one, read since `now`, unless a later one is held. */
  offer(id: string, value: Value, now: number): void {
    const held = this.#held.get(id);
    if (!held || held.loadedAt < now) this.#hold(id, value, now);
  }

  /** Drops a value that changed. What is being read just now may be of before the change: it is not kept. */
  forget(id: string): void {
    this.#drop(id);
    for (const fresh of [false, true]) this.#loading.delete(loadKey(id, fresh));
  }

  /** Drops all values that changed, and keeps nothing of what is being read just now. */
  forgetWhere(changed: (value: Value) => boolean): void {
    const ids = [...this.#held.entries()].flatMap(([id, { value }]) => (changed(value) ? id : []));
    for (const id of ids) this.#drop(id);
    this.#loading.clear();
  }

  #drop(id: string): void {
    this.#held.delete(id);
    this.#options.onChange?.(id);
  }

  async #loadMissing(ids: readonly string[], context: CacheContext, fresh: boolean): Promise<Map<string, Value>> {
    const own = new Set<string>();
    const shared = new Map<Loading<Value>, string[]>();
    for (const id of ids) {
      const running = this.#loading.get(loadKey(id, fresh));
      if (!running || (fresh && !isOpen(running, context.now))) own.add(id);
      else shared.set(running, [...(shared.get(running) ?? []), id]);
    }
    this.counts.misses += own.size;
    this.counts.collapsed += ids.length - own.size;
    const loads = [...shared].map(([loading, waiting]) => this.#join(loading, waiting, context, fresh));
    if (own.size > 0) loads.push(fresh ? this.#follow([...own], context) : this.#gather([...own], context));
    const found = new Map<string, Value>();
    for (const loaded of await Promise.all(loads)) {
      for (const id of ids) {
        const value = loaded.get(id);
        if (value !== undefined) found.set(id, value);
      }
    }
    return found;
  }

  /** Waits for what another request loads; loads it here when that request was lost. */
  async #join(loading: Loading<Value>, ids: string[], context: CacheContext, fresh: boolean) {
    if (!loading.begun) loading.now = Math.max(loading.now, context.now);
    const loaded = await loading.load.join();
    if (loaded) return loaded;
    for (const id of ids) {
      const key = loadKey(id, fresh);
      if (this.#loading.get(key) === loading) this.#loading.delete(key);
    }
    // Somebody else who waited may have loaded it by now.
    return fresh ? this.#loadMissing(ids, context, true) : this.getMany(ids, context);
  }

  /** Lets `id` be fetched behind the answers. The first request to add one carries out what others add while it waits. */
  #refresh(id: string, context: CacheContext): void {
    this.#gathered.add(id);
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
    if (idle.length > 0) await this.#start(newLoading(idle, context), context, false).catch(() => undefined);
  }

  /** Loads missing values together with those of other requests; the first of them carries it out. */
  #gather(ids: string[], context: CacheContext): Promise<Map<string, Value>> {
    const gathering = this.#missing;
    if (gathering && isOpen(gathering, context.now)) {
      gathering.ids.push(...ids);
      for (const id of ids) this.#loading.set(id, gathering);
      return this.#join(gathering, ids, context, false);
    }
    const begun = newLoading<Value>(ids, context);
    this.#missing = begun;
    return this.#start(begun, context, false, async () => {
      await wait(GATHER_MISSING_MS);
      if (this.#missing === begun) this.#missing = undefined;
    });
  }

  /** Loads fresh values, at once or after the loads of the same that are under way; who comes until then shares it. */
  #follow(ids: string[], context: CacheContext): Promise<Map<string, Value>> {
    const before = ids.flatMap((id) => this.#loading.get(loadKey(id, true)) ?? []);
    const running = [...new Set(before)].filter(({ load }) => !load.isSettled);
    const loading = newLoading<Value>(ids, context);
    if (running.length === 0) return this.#start(loading, context, true);
    return this.#start(loading, context, true, async () => {
      await Promise.all(running.map(({ load }) => load.waitUntilSettled(BEHIND_MS)));
    });
  }

  #start(
    loading: Loading<Value>,
    context: CacheContext,
    fresh: boolean,
    untilComplete?: () => Promise<void>,
  ): Promise<Map<string, Value>> {
    const { ids, load } = loading;
    for (const id of ids) this.#loading.set(loadKey(id, fresh), loading);
    const running = load
      .run(async () => {
        await untilComplete?.();
        loading.begun = true;
        return this.#options.load(ids, fresh, { ...context, now: loading.now });
      })
      .then((loaded) => {
        for (const [id, value] of loaded) {
          if (this.#loading.get(loadKey(id, fresh)) !== loading) continue;
          if ((this.#held.get(id)?.loadedAt ?? loading.now) <= loading.now) this.#hold(id, value, loading.now);
        }
        return loaded;
      })
      .finally(() => {
        for (const id of ids) {
          const key = loadKey(id, fresh);
          if (this.#loading.get(key) === loading) this.#loading.delete(key);
        }
      });
    // Others may wait for this load: it outlives the request that began it.
    context.waitUntil(running.catch(() => undefined));
    return running;
  }

  #hold(id: string, read: Value, now: number): void {
    const { isSame, onChange } = this.#options;
    const held = this.#held.get(id);
    const isHeld = held !== undefined && isSame?.(held.value, read) === true;
    if (!isHeld) onChange?.(id);
    this.#held.set(id, { value: isHeld ? held.value : read, loadedAt: now });
  }
}

function newLoading<Value>(ids: string[], { now }: CacheContext): Loading<Value> {
  return { ids, load: new SharedLoad(), since: now, now, begun: false };
}

/** Whether what it reads is of after now, and somebody still carries it out. */
function isOpen({ begun, since }: Loading<unknown>, now: number): boolean {
  return !begun && now < since + GATHER_LOST_MS;
}

/** A fresh load may not be answered by one that began with a cache in between. */
function loadKey(id: string, fresh: boolean): string {
  return fresh ? `${id}!` : id;
}
