import { setTimeout as wait } from 'node:timers/promises';
import { RecentMap } from '../../shared/domain/caching/recent-map.ts';
import { makeFacts, NO_FACTS, type PostFacts, type PostFactsRow } from '../../shared/domain/ranking/post-facts.ts';

type Options = {
  load(postIds: string[]): Promise<Map<string, PostFactsRow>>;
  /** A new post's facts are read again after this, an older one's after a share of its age. */
  freshMs: number;
  engagementCap: number;
  /** Posts that reads lack are gathered this long (ms) before they are asked for; `GATHER_MS` unless said. */
  gatherMs?: number;
};

type Held = { facts: PostFacts; staleAt: number };

/** Counts of a post change slowly once it is old: they are read again after this share of its age. */
const AGE_SHARE = 1 / 16;
/** Who ranks lacks a few posts mostly, such as their own: asked for by themselves they cost a query a database each. */
const GATHER_MS = 500;
/** Posts in one round to D1. */
const BATCH = 1_000;
/** About 170 bytes each: 20 MB of an isolate's 128. */
const MAX_POSTS = 120_000;
/** Waiting posts; past it a post is asked for again by the next read that ranks it. */
const MAX_WAITING = 5_000;
/** D1 did not answer: the next round waits this long. */
const PAUSE_MS = 5_000;

/** Facts of posts by id. Cells rank much the same posts, so those of an isolate share what they read of them. */
export class HeldFacts {
  /** Grows with every batch, so that what was made without some facts can tell that there are more now. */
  loads = 0;
  readonly #held = new RecentMap<string, Held>(MAX_POSTS);

  get(postId: string): Held | undefined {
    return this.#held.get(postId);
  }

  set(postId: string, held: Held): void {
    this.#held.set(postId, held);
  }
}

/** Those of this isolate. */
const heldFacts = new HeldFacts();

/**
 * What D1 says of the posts that are ranked here. A read takes what is in memory and never waits: what is missing or old
 * is read behind it, in batches, one at a time.
 */
export class PostFactsCache {
  readonly #options: Options;
  readonly #held: HeldFacts;
  readonly #waiting = new Map<string, number>();
  #running: Promise<void> | undefined;
  #pausedUntil = 0;

  constructor(options: Options, held = heldFacts) {
    this.#options = options;
    this.#held = held;
  }

  get loads(): number {
    return this.#held.loads;
  }

  has(postId: string): boolean {
    return this.#held.get(postId) !== undefined;
  }

  /** A post's facts, if they are at hand; of one that is gone, none. `postedAt` decides how soon they are read again. */
  find(postId: string, postedAt: number, now: number): PostFacts | undefined {
    const held = this.#held.get(postId);
    if ((held === undefined || held.staleAt <= now) && this.#waiting.size < MAX_WAITING) {
      this.#waiting.set(postId, postedAt);
    }
    return held?.facts;
  }

  /** Begins to read what reads asked for; answers the running round, for tests and for keeping it alive. */
  fill(now: number): Promise<void> | undefined {
    if (this.#waiting.size > 0 && !this.#running && now >= this.#pausedUntil) {
      this.#running = this.#loadWaiting(now).finally(() => {
        this.#running = undefined;
      });
    }
    return this.#running;
  }

  async #loadWaiting(now: number): Promise<void> {
    await wait(this.#options.gatherMs ?? GATHER_MS);
    while (this.#waiting.size > 0) {
      const batch = this.#takeBatch(now);
      if (batch.length === 0) continue;
      try {
        const rows = await this.#options.load(batch.map(([postId]) => postId));
        for (const [postId, postedAt] of batch) this.#hold(postId, rows.get(postId), postedAt, now);
        this.#held.loads += 1;
      } catch {
        // Ranking goes on with what is held; reads ask again.
        this.#pausedUntil = now + PAUSE_MS;
        this.#waiting.clear();
      }
    }
  }

  /** What still has to be read: another cell may have done so meanwhile. */
  #takeBatch(now: number): [postId: string, postedAt: number][] {
    const batch = [...this.#waiting];
    this.#waiting.clear();
    const missing = batch.filter(([postId]) => (this.#held.get(postId)?.staleAt ?? 0) <= now);
    for (const [postId, postedAt] of missing.splice(BATCH)) this.#waiting.set(postId, postedAt);
    return missing;
  }

  #hold(postId: string, row: PostFactsRow | undefined, postedAt: number, now: number): void {
    const { freshMs, engagementCap } = this.#options;
    const staleAt = now + Math.max(freshMs, (now - postedAt) * AGE_SHARE);
    this.#held.set(postId, { facts: row ? makeFacts(row, engagementCap) : NO_FACTS, staleAt });
  }
}
