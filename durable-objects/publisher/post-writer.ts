import { isClash } from '../../shared/db/is-clash.ts';
import { type PublishedPost, publishPosts } from '../../shared/db/posts/publish-posts.ts';
import type { Shard, ShardRouter } from '../../shared/db/shard-router.ts';
import { createIdGenerator, shardOfId } from '../../shared/ids/index.ts';
import { Gather } from './gather.ts';
import { DIRECT_CELLS } from './plan-delivery.ts';
import { type PostDraft, sharesNoMedium } from './post-draft.ts';
import type { WorkLedger } from './work-ledger.ts';

/** Posts of one transaction: about 100 KB of captions at most. */
const MAX_POSTS = 50;

/** Writes posts, those of one database together: one transaction at a time each. */
export class PostWriter {
  readonly #shards: ShardRouter;
  readonly #done: WorkLedger;
  readonly #ids = createIdGenerator();
  readonly #gathers = new Map<Shard, Gather<PostDraft, PublishedPost | null>>();

  /** What is done of earlier posts is forgotten in the same transactions. */
  constructor(shards: ShardRouter, done: WorkLedger) {
    this.#shards = shards;
    this.#done = done;
  }

  /** The post as it was committed, or null when it may not be published at once. */
  write(draft: PostDraft): Promise<PublishedPost | null> {
    const shard = this.#shards.forId(draft.authorId);
    let gather = this.#gathers.get(shard);
    if (!gather) {
      gather = new Gather({
        max: MAX_POSTS,
        fits: sharesNoMedium,
        retryAlone: true,
        run: (drafts) => this.#commit(shard, drafts),
      });
      this.#gathers.set(shard, gather);
    }
    return gather.submit(draft);
  }

  /** A key that is taken fails the whole transaction; then each post is tried alone, under a new id. */
  async #commit(shard: Shard, drafts: readonly PostDraft[]): Promise<(PublishedPost | null)[]> {
    const posts = drafts.map((draft) => {
      const logical = shardOfId(draft.authorId);
      return { ...draft, id: this.#ids.next(logical, draft.now), outboxId: this.#ids.next(logical, draft.now) };
    });
    const settled = this.#done.take(shard);
    try {
      const written = await publishPosts(shard, posts, { settled, maxCells: DIRECT_CELLS + 1 });
      return posts.map(({ id }) => written.get(id) ?? null);
    } catch (error) {
      this.#done.add(settled);
      if (posts.length === 1 && isClash(error)) return [null];
      throw error;
    }
  }
}
