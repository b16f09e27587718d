import { type LikeTarget, loadLikeTargets } from '../../shared/db/posts/load-like-targets.ts';
import { loadPostCounts, type PostCounts } from '../../shared/db/posts/load-posts.ts';
import type { ShardRouter } from '../../shared/db/shard-router.ts';
import { BatchCache, type CacheContext } from '../../shared/domain/caching/batch-cache.ts';
import type { Layers } from '../../shared/domain/caching/layer-counts.ts';
import { type AuthorCard, loadAuthorCards } from './author-card.ts';
import { ColoCache } from './colo-cache.ts';
import { loadPostCards, type PostCard } from './post-card.ts';
import { ShownPosts } from './shown-posts.ts';

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
  /** The three joined. */
  shown: ShownPosts;
  likeTargets: BatchCache<LikeTarget>;
};

export function createCardCaches(shards: ShardRouter, coloSeconds: number, layers: Layers): CardCaches {
  const colo = new ColoCache<PostCard>('post', coloSeconds, layers.colo);
  const shown = new ShownPosts();
  const onChange = (postId: string) => shown.drop(postId);
  return {
    shown,
    posts: new BatchCache({
      load: (ids, fresh, context) =>
        throughColo(colo, ids, fresh, context, (missing) => loadPostCards(shards, missing)),
      freshMs: CARD_FRESH_MS,
      staleMs: STALE_MS,
      max: MAX_CARDS,
      onChange,
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
      onChange,
      isSame: (a, b) => a.likes === b.likes && a.comments === b.comments && a.shares === b.shares,
    }),
    likeTargets: new BatchCache({
      load: (ids) => loadLikeTargets(shards, ids),
      freshMs: COUNTS_FRESH_MS,
      staleMs: STALE_MS,
      max: MAX_COUNTS,
    }),
  };
}

/** What the data centre holds, and the rest from D1, which is then offered to the data centre behind the answer. */
async function throughColo<Value>(
  colo: ColoCache<Value>,
  ids: string[],
  fresh: boolean,
  context: CacheContext,
  load: (missing: string[]) => Promise<Map<string, Value>>,
): Promise<Map<string, Value>> {
  const held = fresh ? new Map<string, Value>() : await colo.getMany(ids);
  const missing = ids.filter((id) => !held.has(id));
  if (missing.length === 0) return held;
  const loaded = await load(missing);
  context.waitUntil(colo.putMany(loaded));
  return new Map([...held, ...loaded]);
}
