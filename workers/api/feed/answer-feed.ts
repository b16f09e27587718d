import type { TypedResponse } from 'hono';
import type { AuthorCard } from '../../cards/author-card.ts';
import type { ShownPost } from '../../cards/shown-posts.ts';
import type { AppContext } from '../../http/app-env.ts';
import { cacheContext } from '../../http/cache-context.ts';
import { prepareHeaders, writePrepared } from '../../http/prepared-answer.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import type { Services } from '../../services.ts';
import type { FeedEntry, FeedSkeleton } from './feed-skeleton.ts';
import { type FeedPost, isCurrent, isSameFeed, type WrittenFeed, writeFeed } from './write-feed.ts';

type FeedAnswer = Response & TypedResponse<never, 200, 'json'>;

const HEADERS = prepareHeaders({ 'Content-Type': 'application/json', 'Cache-Control': 'private, no-cache' });

/** Hydrates, leaves out what is gone, and writes a page of the feed; a client that holds the same page gets a 304. */
export async function answerFeed(c: AppContext, skeleton: FeedSkeleton): Promise<FeedAnswer> {
  const written = recallWritten(c.get('services'), skeleton, c.get('now')) ?? (await writeAnew(c, skeleton));
  const asking = { url: c.req.url, requestId: c.get('requestId'), asked: c.req.header('if-none-match') ?? null };
  c.set('isStamped', true);
  return writeFeedAnswer(c.get('services'), asking, written) as FeedAnswer;
}

/** What was written of a skeleton, if it is what would be written now. */
export function recallWritten({ caches }: Services, { written }: FeedSkeleton, now: number): WrittenFeed | undefined {
  if (!written || !isCurrent(written, now)) return undefined;
  caches.shown.hits += written.posts.length;
  return written;
}

type Asking = { url: string; requestId: string; asked: string | null };

/** Answers a written page, or that the client holds it. */
export function writeFeedAnswer({ layers }: Services, asking: Asking, written: WrittenFeed): Response {
  const { etag, write } = written;
  const isHeld = asking.asked === etag;
  if (asking.asked !== null) layers.client[isHeld ? 'hits' : 'misses'] += 1;
  return writePrepared(asking, isHeld ? null : write(), HEADERS, { status: isHeld ? 304 : 200, etag });
}

async function writeAnew(c: AppContext, skeleton: FeedSkeleton): Promise<WrittenFeed> {
  const posts = await hydrateFeed(c, skeleton.entries);
  if (skeleton.written && isSameFeed(skeleton.written, posts)) return skeleton.written;
  const written = writeFeed(c.get('services'), requireViewer(c), c.get('now'), posts, skeleton.nextCursor);
  if ('written' in skeleton) skeleton.written = written;
  return written;
}

async function hydrateFeed(c: AppContext, entries: readonly FeedEntry[]): Promise<FeedPost[]> {
  const { caches } = c.get('services');
  const now = c.get('now');
  const reposters = await hydrateReposters(c, entries);
  const held = entries.map((entry) => (entry.hidden ? undefined : caches.shown.find(entry, now)));
  const missing = entries.filter(({ hidden }, index) => !hidden && held[index] === undefined);
  const loaded = missing.length > 0 ? await caches.shown.load(caches, missing, cacheContext(c)) : undefined;
  const posts: FeedPost[] = [];
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index] as FeedEntry;
    const post = held[index] ?? (entry.hidden ? undefined : loaded?.get(entry.postId));
    const reposter = entry.reposterId === undefined ? undefined : reposters?.get(entry.reposterId);
    if (post && mayTravel(entry, post, reposter)) posts.push({ post, marks: entry, reason: entry.reason, reposter });
  }
  return posts;
}

/** Who passed posts on; most pages hold no repost. */
async function hydrateReposters(c: AppContext, entries: readonly FeedEntry[]) {
  const ids = new Set<string>();
  for (const { reposterId, hidden } of entries) if (reposterId !== undefined && !hidden) ids.add(reposterId);
  return ids.size === 0 ? undefined : c.get('services').caches.authors.getMany([...ids], cacheContext(c));
}

/** A repost goes with the account that passed it on, and when the account that it shows has become private. */
function mayTravel({ reposterId }: FeedEntry, { author }: ShownPost, reposter: AuthorCard | undefined): boolean {
  return reposterId === undefined || (reposter !== undefined && !author.person.isPrivate);
}
