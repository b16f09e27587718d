import type { CacheContext } from '../../shared/domain/caching/batch-cache.ts';
import type { CardCaches } from './card-caches.ts';
import { type Hydrated, hydratePosts, type Wanted } from './hydrate-posts.ts';
import { type JoinedPost, joinPost } from './join-post.ts';

/** A post with its parts joined, used until one of them is looked at again. */
export type ShownPost = Hydrated & { joined: JoinedPost };

type Held = { shown: ShownPost; until: number };

/** A joined post is taken apart and looked at again after this: its parts keep their own, longer times. */
const JOINED_MS = 1_000;
/** As many as cards: the texts are shared with theirs, so each adds some hundred bytes. */
const MAX_POSTS = 20_000;

/**
 * Posts as pages show them, in an isolate's memory. A page of twenty looks up twenty of these; its cards, authors and
 * counts, three look-ups each and the joining of their texts, are asked for once a second and post.
 */
export class ShownPosts {
  /** Each is a hit in three caches: of cards, authors and counts. */
  hits = 0;
  readonly #held = new Map<string, Held>();

  /** A post that is at hand and of the wanted revision. */
  find({ postId, revision }: Wanted, now: number): ShownPost | undefined {
    const held = this.#held.get(postId);
    if (!held || now >= held.until || held.shown.card.revision < revision) return undefined;
    this.hits += 1;
    return held.shown;
  }

  /** A part of the post changed. */
  drop(postId: string): void {
    this.#held.delete(postId);
  }

  /** Loads posts and holds them, joined. */
  async load(caches: CardCaches, wanted: readonly Wanted[], context: CacheContext): Promise<Map<string, ShownPost>> {
    const found = new Map<string, ShownPost>();
    for (const [postId, post] of await hydratePosts({ caches }, wanted, context)) {
      const known = this.#held.get(postId)?.shown;
      const isSame = known && known.card === post.card && known.author === post.author && known.counts === post.counts;
      found.set(postId, isSame ? known : { ...post, joined: joinPost(post) });
    }
    for (const [postId, shown] of found) {
      if (this.#held.size >= MAX_POSTS) this.#held.clear();
      this.#held.set(postId, { shown, until: context.now + JOINED_MS });
    }
    return found;
  }
}
