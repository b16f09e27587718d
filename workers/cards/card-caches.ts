import { type LikeTarget, loadLikeTargets } from '../../shared/db/posts/load-like-targets.ts';
import { loadPostCounts, type PostCounts } from '../../shared/db/posts/load-posts.ts';
import type { ShardRouter } from '../../shared/db/shard-router.ts';
import { BatchCache, type CacheContext } from '../../shared/domain/caching/batch-cache.ts';
import type { Layers } from '../../shared/domain/caching/layer-counts.ts';
import { type AuthorCard, isSameAuthor, loadAuthorCards } from './author-card.ts';
import { ColoCache } from './colo-cache.ts';
import { loadCards } from './load-cards.ts';
import type { PostCard } from './post-card.ts';
import { ShownPosts } from './shown-posts.ts';

/** A card is looked at again after this even if no cell names a newer revision. */
const CARD_FRESH_MS = 60_000;
/** A renamed or closed account shows within this. */
const AUTHOR_FRESH_MS = 10_000;
/** Counts are shown at most this old while they are read often, plus one refresh; otherwise both together. */
const COUNTS_FRESH_MS = 3_000;
const COUNTS_STALE_MS = 3_000;
const STALE_MS = 10_000;
/**
 * Who may like a post is known for this long: other isolates than the one that its author spoke to let strangers like for
 * so long after it went private. A look-up beside it while likes go on would send them through the routes meanwhile.
 */
const TARGET_MS = 3_000;
/** About 2 KB a card: 20,000 take 40 MB of an isolate's 128. */
const MAX_CARDS = 20_000;
const MAX_AUTHORS = 20_000;
const MAX_COUNTS = 50_000;
/**
 * Posts that the data centre is asked for at once. It takes a trip a post, and counts and authors are asked of D1 all the
 * same, which answers whole pages by one query a database (docs/decisions/0020).
 */
const COLO_MOST = 1;

/** What an isolate remembers of posts and people, each at its own pace. */
export type CardCaches = {
  posts: BatchCache<PostCard>;
  authors: BatchCache<AuthorCard>;
  counts: BatchCache<PostCounts>;
  /** The three joined. */
  shown: ShownPosts;
  likeTargets: BatchCache<LikeTarget>;
  /** Forgets what is known of an author who changed: who may like their posts, and what is shown beside them. */
  forgetAuthor(authorId: string): void;
  /** Forgets a post that nobody may see any more, here and in the data centre: a repost of it asks for nothing newer. */
  forgetPost(postId: string): Promise<void>;
};

export function createCardCaches(shards: ShardRouter, coloSeconds: number, layers: Layers): CardCaches {
  const colo = new ColoCache<PostCard>('post', coloSeconds, layers.colo);
  const shown = new ShownPosts();
  const onChange = (postId: string) => shown.drop(postId);
  const authors = new BatchCache<AuthorCard>({
    load: (ids) => loadAuthorCards(shards, ids),
    freshMs: AUTHOR_FRESH_MS,
    staleMs: STALE_MS,
    max: MAX_AUTHORS,
    isSame: isSameAuthor,
  });
  const counts = new BatchCache<PostCounts>({
    load: (ids) => loadPostCounts(shards, ids),
    freshMs: COUNTS_FRESH_MS,
    staleMs: COUNTS_STALE_MS,
    max: MAX_COUNTS,
    onChange,
    isSame: isSameCounts,
  });
  const load = (ids: string[], context: CacheContext) => loadCards(shards, { counts, authors }, ids, context);
  const posts = new BatchCache({
    load: (ids, fresh, context) => throughColo(colo, ids, fresh, context, (missing) => load(missing, context)),
    freshMs: CARD_FRESH_MS,
    staleMs: STALE_MS,
    max: MAX_CARDS,
    onChange,
  });
  const likeTargets = new BatchCache<LikeTarget>({
    load: async (ids, _fresh, { now }) => {
      const targets = await loadLikeTargets(shards, ids);
      for (const [id, target] of targets) counts.offer(id, target.counts, now);
      return targets;
    },
    freshMs: TARGET_MS,
    staleMs: 0,
    max: MAX_COUNTS,
  });
  return {
    shown,
    authors,
    counts,
    posts,
    likeTargets,
    forgetAuthor: (authorId) => {
      authors.forget(authorId);
      shown.dropAuthor(authorId);
      likeTargets.forgetWhere((target) => target.authorId === authorId);
    },
    forgetPost: async (postId) => {
      posts.forget(postId);
      likeTargets.forget(postId);
      // What stays there expires by itself.
      await colo.forget(postId).catch(() => undefined);
    },
  };
}

function isSameCounts(a: PostCounts, b: PostCounts): boolean {
  const isSameLikes = a.likes === b.likes && a.likesTo.row === b.likesTo.row && a.likesTo.counter === b.likesTo.counter;
  return isSameLikes && a.comments === b.comments && a.shares === b.shares;
}

/** A single post from the data centre if it is there; what comes from D1 is offered to it behind the answer. */
async function throughColo<Value>(
  colo: ColoCache<Value>,
  ids: string[],
  fresh: boolean,
  context: CacheContext,
  load: (missing: string[]) => Promise<Map<string, Value>>,
): Promise<Map<string, Value>> {
  if (ids.length > COLO_MOST) return load(ids);
  const held = fresh ? new Map<string, Value>() : await colo.getMany(ids);
  const missing = ids.filter((id) => !held.has(id));
  if (missing.length === 0) return held;
  const loaded = await load(missing);
  context.waitUntil(colo.putMany(loaded));
  return new Map([...held, ...loaded]);
}
