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

type Asked = [postId: string, postedAt: number];
type Borrower = { postIds: readonly string[]; use(facts: PostFacts[] | undefined): void };

/** Counts of a post change slowly once it is old: they are read again after this share of its age. */
const AGE_SHARE = 1 / 16;
/** Who ranks lacks a few posts mostly, such as their own: asked for by themselves they cost a query a database each. */
const GATHER_MS = 500;
/** Posts in one round to D1. */
const BATCH = 1_000;
/** About 170 bytes each: 20 MB of an isolate's 128. */
const MAX_POSTS = 120_000;
/** Users whose posts are looked at in one round, some 20 to 120 of each. */
const BORROWERS = 20;
/** Waiting posts; past it a post is asked for again by the next read that ranks it. */
const MAX_WAITING = 5_000;
/** D1 did not answer: the next round waits this long. */
const PAUSE_MS = 5_000;

/** Facts of posts by id, to be read again from `staleAt` (Unix ms) on. */
export type HeldFacts = RecentMap<string, { facts: PostFacts; staleAt: number }>;

/** Cells rank much the same posts, so those of an isolate share what they read of them. */
const heldFacts: HeldFacts = new RecentMap(MAX_POSTS);

/**
 * What D1 says of the posts that are ranked here. A read takes what is in memory and never waits: what is missing or old
 * is read behind it, in batches, one at a time.
 */
export class PostFactsCache {
  readonly #options: Options;
  readonly #held: HeldFacts;
  readonly #waiting = new Map<string, number>();
  readonly #borrowers: Borrower[] = [];
  #running: Promise<void> | undefined;
  #pausedUntil = 0;

  constructor(options: Options, held = heldFacts) {
    this.#options = options;
    this.#held = held;
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

  /**
   * Reads facts of posts together with what the next round reads, for one use: they are not kept, so that they push out
   * nothing that is ranked again and again. Those of posts that are gone are left out; all of them when D1 did not answer.
   */
  borrow(postIds: readonly string[], use: Borrower['use']): void {
    this.#borrowers.push({ postIds, use });
  }

  /** Begins to read what reads asked for; answers the running round, for tests and for keeping it alive. */
  fill(now: number): Promise<void> | undefined {
    if (this.#isAsked && !this.#running && now >= this.#pausedUntil) {
      this.#running = this.#loadWaiting(now).finally(() => {
        this.#running = undefined;
      });
    }
    return this.#running;
  }

  get #isAsked(): boolean {
    return this.#waiting.size > 0 || this.#borrowers.length > 0;
  }

  async #loadWaiting(now: number): Promise<void> {
    await wait(this.#options.gatherMs ?? GATHER_MS);
    while (this.#isAsked) {
      const batch = this.#takeBatch(now);
      const borrowers = this.#borrowers.splice(0, BORROWERS);
      try {
        await this.#loadBatch(batch, borrowers, now);
      } catch {
        // Ranking goes on with what is held; reads ask again.
        this.#pausedUntil = now + PAUSE_MS;
        this.#waiting.clear();
        for (const { use } of [...borrowers, ...this.#borrowers.splice(0)]) use(undefined);
      }
    }
  }

  async #loadBatch(batch: Asked[], borrowers: readonly Borrower[], now: number): Promise<void> {
    const lent = borrowers.flatMap(({ postIds }) => postIds.filter((postId) => !this.has(postId)));
    const ids = new Set([...batch.map(([postId]) => postId), ...lent]);
    const rows = ids.size > 0 ? await this.#options.load([...ids]) : new Map<string, PostFactsRow>();
    for (const [postId, postedAt] of batch) this.#hold(postId, rows.get(postId), postedAt, now);
    const { engagementCap } = this.#options;
    const factsOf = (postId: string): PostFacts | undefined => {
      const row = rows.get(postId);
      return row ? makeFacts(row, engagementCap) : this.#held.get(postId)?.facts;
    };
    for (const { postIds, use } of borrowers) {
      use(postIds.map(factsOf).filter((facts): facts is PostFacts => facts !== undefined && facts !== NO_FACTS));
    }
  }

  /** What still has to be read: another cell may have done so meanwhile. */
  #takeBatch(now: number): Asked[] {
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
