import type { CacheContext } from '../../shared/domain/caching/batch-cache.ts';
import { RecentMap } from '../../shared/domain/caching/recent-map.ts';
import type { CardCaches } from './card-caches.ts';
import { type Hydrated, hydratePosts, type Wanted } from './hydrate-posts.ts';
import { type JoinedPost, joinPost } from './join-post.ts';

/** A post with its parts joined, to be used until then (Unix ms): one of them may have changed after that. */
export type ShownPost = Hydrated & { joined: JoinedPost; until: number };

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
  readonly #held = new RecentMap<string, ShownPost>(MAX_POSTS);

  /** A post that is at hand and of the wanted revision, without a wait; looked at again where it is time to. */
  glance(caches: CardCaches, { postId, revision }: Wanted, context: CacheContext): ShownPost | undefined {
    const shown = this.#held.get(postId);
    if (shown && context.now < shown.until && shown.card.revision >= revision) {
      this.hits += 1;
      return shown;
    }
    const card = caches.posts.glance(postId, context);
    if (!card || card.revision < revision) return undefined;
    const author = caches.authors.glance(card.authorId, context);
    const counts = caches.counts.glance(postId, context);
    return author && counts && this.#hold(postId, { card, author, counts }, context.now + JOINED_MS);
  }

  /** A part of the post changed: whoever holds it looks again. */
  drop(postId: string): void {
    const shown = this.#held.get(postId);
    if (shown) shown.until = 0;
  }

  /** The same of all posts of an author who changed, which is rare: every post at hand is looked at. */
  dropAuthor(authorId: string): void {
    for (const shown of this.#held.values()) if (shown.card.authorId === authorId) shown.until = 0;
  }

  /** Loads posts and holds them, joined: the same object as long as its parts are the same. */
  async load(caches: CardCaches, wanted: readonly Wanted[], context: CacheContext): Promise<Map<string, ShownPost>> {
    const found = new Map<string, ShownPost>();
    for (const [postId, post] of await hydratePosts({ caches }, wanted, context)) {
      found.set(postId, this.#hold(postId, post, context.now + JOINED_MS));
    }
    return found;
  }

  #hold(postId: string, post: Hydrated, until: number): ShownPost {
    const known = this.#held.get(postId);
    if (known && known.card === post.card && known.author === post.author && known.counts === post.counts) {
      known.until = until;
      return known;
    }
    if (known) known.until = 0;
    const shown = { ...post, joined: joinPost(post), until };
    this.#held.set(postId, shown);
    return shown;
  }
}
