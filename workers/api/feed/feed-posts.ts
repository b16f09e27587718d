import type { CacheContext } from '../../../shared/domain/caching/batch-cache.ts';
import type { AuthorCard } from '../../cards/author-card.ts';
import type { ShownPost } from '../../cards/shown-posts.ts';
import type { Services } from '../../services.ts';
import type { FeedEntry } from './feed-skeleton.ts';
import type { FeedPost } from './write-feed.ts';

type Caches = Pick<Services, 'caches'>;
type Parts = { entry: FeedEntry; post: ShownPost | undefined; reposter: AuthorCard | undefined };

/** The posts of a page, what is gone left out: at once when the isolate's memory has all of them, as is the rule. */
export function findFeedPosts(
  services: Caches,
  entries: readonly FeedEntry[],
  context: CacheContext,
): FeedPost[] | Promise<FeedPost[]> {
  const { caches } = services;
  const found: Parts[] = [];
  let isWhole = true;
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index] as FeedEntry;
    if (entry.hidden) continue;
    const { reposterId } = entry;
    const post = caches.shown.glance(caches, entry, context);
    const reposter = reposterId === undefined ? undefined : caches.authors.glance(reposterId, context);
    if (!post || (reposterId !== undefined && !reposter)) isWhole = false;
    found.push({ entry, post, reposter });
  }
  return isWhole ? keepShown(found) : loadMissing(services, found, context);
}

async function loadMissing({ caches }: Caches, found: readonly Parts[], context: CacheContext): Promise<FeedPost[]> {
  const missing = found.filter(({ post }) => !post).map(({ entry }) => entry);
  const reposterIds = found.flatMap(({ entry, reposter }) => (reposter ? [] : (entry.reposterId ?? [])));
  const [posts, reposters] = await Promise.all([
    missing.length > 0 ? caches.shown.load(caches, missing, context) : undefined,
    reposterIds.length > 0 ? caches.authors.getMany([...new Set(reposterIds)], context) : undefined,
  ]);
  return keepShown(
    found.map(({ entry, post, reposter }) => ({
      entry,
      post: post ?? posts?.get(entry.postId),
      reposter: reposter ?? reposters?.get(entry.reposterId ?? ''),
    })),
  );
}

/** A repost goes with the account that passed it on, and when the account that it shows has become private. */
function keepShown(found: readonly Parts[]): FeedPost[] {
  const shown: FeedPost[] = [];
  for (let index = 0; index < found.length; index++) {
    const { entry, post, reposter } = found[index] as Parts;
    if (!post) continue;
    if (entry.reposterId !== undefined && (!reposter || post.author.person.isPrivate)) continue;
    shown.push({ post, marks: entry, reason: entry.reason, reposter });
  }
  return shown;
}
