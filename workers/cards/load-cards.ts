import { loadPublishedPosts } from '../../shared/db/posts/load-published-posts.ts';
import type { ShardRouter } from '../../shared/db/shard-router.ts';
import type { CacheContext } from '../../shared/domain/caching/batch-cache.ts';
import { makeAuthorCard } from './author-card.ts';
import type { CardCaches } from './card-caches.ts';
import { makeCard, type PostCard } from './post-card.ts';

/** Cards of the published posts among `ids` from D1. The same queries answer their counts and authors, for their caches. */
export async function loadCards(
  shards: ShardRouter,
  { counts, authors }: Pick<CardCaches, 'counts' | 'authors'>,
  ids: readonly string[],
  { now }: CacheContext,
): Promise<Map<string, PostCard>> {
  const cards = new Map<string, PostCard>();
  for (const { post, media, counts: read, author } of await loadPublishedPosts(shards, ids)) {
    cards.set(post.id, makeCard(post, media));
    counts.offer(post.id, read, now);
    if (author) authors.offer(author.id, makeAuthorCard(author), now);
    // A closed account: its posts are gone with it.
    else authors.forget(post.authorId);
  }
  return cards;
}
