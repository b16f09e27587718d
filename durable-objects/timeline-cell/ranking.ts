import { loadPostFacts } from '../../shared/db/posts/load-post-facts.ts';
import { readSources, type SourceRange, type SourceSnapshot } from '../../shared/db/posts/read-source.ts';
import type { ShardRouter } from '../../shared/db/shard-router.ts';
import type { Taste } from '../../shared/domain/ranking/match-content.ts';
import type { RankingModel } from '../../shared/domain/ranking/ranking-model.ts';
import { AffinityStore } from './affinity-store.ts';
import { PostFactsCache } from './post-facts-cache.ts';
import type { RankedHead } from './ranked-head.ts';
import type { HeldOrder } from './reuse-order.ts';
import { SeenStore } from './seen-store.ts';
import type { UserState } from './user-state.ts';

/** What ranking remembers of a user; all of it can be computed again. */
export type RankState = {
  /** Grows when the user follows, mutes or blocks, or the other way round: another set of candidates. */
  circle: number;
  /** Grows with the user's own acts: another order of the same candidates, from the next first page on. */
  acts: number;
  order: HeldOrder | undefined;
  head: RankedHead | undefined;
  /** As of the user's acts then, and a fingerprint of the posts that it is read from. */
  taste: { taste: Taste; acts: number; print: number } | undefined;
  /** When an act that counts once in a while was last counted, by act and author. */
  visits: Map<string, number>;
};

/** The ranking of one cell: its model, the truths it keeps for its users, and what it holds of posts. */
export class Ranking {
  readonly sql: SqlStorage;
  readonly model: RankingModel;
  readonly affinities: AffinityStore;
  readonly seen: SeenStore;
  readonly facts: PostFactsCache;
  readonly #shards: ShardRouter;

  constructor(sql: SqlStorage, model: RankingModel, shards: ShardRouter, now: number) {
    this.sql = sql;
    this.model = model;
    this.affinities = new AffinityStore(sql, model.affinity, now);
    this.seen = new SeenStore(sql, model.seenPosts);
    this.facts = new PostFactsCache({
      load: (postIds) => loadPostFacts(shards, postIds),
      freshMs: model.factsMs,
      engagementCap: model.engagementCap,
    });
    this.#shards = shards;
  }

  state(user: UserState): RankState {
    user.rank ??= { circle: 0, acts: 0, order: undefined, head: undefined, taste: undefined, visits: new Map() };
    return user.rank;
  }

  /** The user follows, mutes or blocks others than before. */
  noteCircle(user: UserState | undefined): void {
    if (user) this.state(user).circle += 1;
  }

  /** The user did something that their next ranked feed should know. */
  noteAct(user: UserState): void {
    this.state(user).acts += 1;
  }

  /** Entries that the cell does not hold, from D1. */
  loadOlder(ranges: readonly SourceRange[], limit: number): Promise<SourceSnapshot[]> {
    return readSources(this.#shards, ranges, limit);
  }
}
