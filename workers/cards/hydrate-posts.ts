import { NO_COUNTS, type PostCounts } from '../../shared/db/posts/load-posts.ts';
import type { CacheContext } from '../../shared/domain/caching/batch-cache.ts';
import type { Services } from '../services.ts';
import type { AuthorCard } from './author-card.ts';
import type { PostCard } from './post-card.ts';

/** A post to show: its id, and the least revision that is known to exist. */
export type Wanted = { postId: string; revision: number };

export type Hydrated = { card: PostCard; author: AuthorCard; counts: PostCounts };

/** Cards, authors and counts of posts, from the isolate's memory before D1, or `fresh` from D1. What is gone is left out. */
export async function hydratePosts(
  { caches }: Pick<Services, 'caches'>,
  wanted: readonly Wanted[],
  context: CacheContext,
  fresh = false,
): Promise<Map<string, Hydrated>> {
  const ids = wanted.map(({ postId }) => postId);
  const cards = await (fresh ? caches.posts.reload(ids, context) : caches.posts.getMany(ids, context));
  const outdated = wanted.filter(({ postId, revision }) => (cards.get(postId)?.revision ?? revision) < revision);
  if (outdated.length > 0) {
    const reloaded = await caches.posts.reload(
      outdated.map(({ postId }) => postId),
      context,
    );
    for (const { postId } of outdated) {
      const card = reloaded.get(postId);
      if (card) cards.set(postId, card);
      else cards.delete(postId);
    }
  }
  const authorIds = [...new Set([...cards.values()].map(({ authorId }) => authorId))];
  // A card that was read from D1 brought both along.
  const [counts, authors] = await Promise.all([
    caches.counts.getMany([...cards.keys()], context),
    caches.authors.getMany(authorIds, context),
  ]);
  const hydrated = new Map<string, Hydrated>();
  for (const [postId, card] of cards) {
    const author = authors.get(card.authorId);
    if (author) hydrated.set(postId, { card, author, counts: counts.get(postId) ?? NO_COUNTS });
  }
  return hydrated;
}
