import { loadPostCounts, type PostCounts } from '../../shared/db/posts/load-posts.ts';
import type { ShardRouter } from '../../shared/db/shard-router.ts';
import { BatchCache } from '../../shared/domain/caching/batch-cache.ts';
import { type AuthorCard, loadAuthorCards } from './author-card.ts';
import { loadPostCards, type PostCard } from './post-card.ts';

/** A card is looked at again after this even if no cell names a newer revision. */
const CARD_FRESH_MS = 60_000;
/** A renamed or closed account shows within this. */
const AUTHOR_FRESH_MS = 10_000;
/** Counts are shown at most this old while they are read often, plus one refresh. */
const COUNTS_FRESH_MS = 3_000;
const STALE_MS = 10_000;
/** About 2 KB a card: 20,000 take 40 MB of an isolate's 128. */
const MAX_CARDS = 20_000;
const MAX_AUTHORS = 20_000;
const MAX_COUNTS = 50_000;

/** What an isolate remembers of posts and people, each at its own pace. */
export type CardCaches = {
  posts: BatchCache<PostCard>;
  authors: BatchCache<AuthorCard>;
  counts: BatchCache<PostCounts>;
};

export function createCardCaches(shards: ShardRouter): CardCaches {
  return {
    posts: new BatchCache({
      load: (ids) => loadPostCards(shards, ids),
      freshMs: CARD_FRESH_MS,
      staleMs: STALE_MS,
      max: MAX_CARDS,
    }),
    authors: new BatchCache({
      load: (ids) => loadAuthorCards(shards, ids),
      freshMs: AUTHOR_FRESH_MS,
      staleMs: STALE_MS,
      max: MAX_AUTHORS,
    }),
    counts: new BatchCache({
      load: (ids) => loadPostCounts(shards, ids),
      freshMs: COUNTS_FRESH_MS,
      staleMs: STALE_MS,
      max: MAX_COUNTS,
    }),
  };
}
