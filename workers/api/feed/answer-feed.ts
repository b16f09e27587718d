import type { TypedResponse } from 'hono';
import type { AuthorCard } from '../../cards/author-card.ts';
import type { ShownPost } from '../../cards/shown-posts.ts';
import type { AppContext } from '../../http/app-env.ts';
import { cacheContext } from '../../http/cache-context.ts';
import { answerPrepared, prepareHeaders } from '../../http/prepared-answer.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import type { FeedEntry, FeedSkeleton } from './feed-skeleton.ts';
import { type FeedPost, isCurrent, type WrittenFeed, writeFeed } from './write-feed.ts';

type FeedAnswer = Response & TypedResponse<never, 200, 'json'>;

const HEADERS = prepareHeaders({ 'Content-Type': 'application/json', 'Cache-Control': 'private, no-cache' });

/** Hydrates, leaves out what is gone, and writes a page of the feed; a client that holds the same page gets a 304. */
export async function answerFeed(c: AppContext, skeleton: FeedSkeleton): Promise<FeedAnswer> {
  const { etag, write } = recallWritten(c, skeleton) ?? (await writeAnew(c, skeleton));
  const asked = c.req.header('if-none-match');
  const isHeld = asked === etag;
  if (asked !== undefined) c.get('services').layers.client[isHeld ? 'hits' : 'misses'] += 1;
  return answerPrepared(c, isHeld ? null : write(), HEADERS, { status: isHeld ? 304 : 200, etag }) as FeedAnswer;
}

function recallWritten(c: AppContext, { written }: FeedSkeleton): WrittenFeed | undefined {
  if (!written || !isCurrent(written, c.get('now'))) return undefined;
  c.get('services').caches.shown.hits += written.posts.length;
  return written;
}

async function writeAnew(c: AppContext, skeleton: FeedSkeleton): Promise<WrittenFeed> {
  const posts = await hydrateFeed(c, skeleton.entries);
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
