import type { CacheContext } from '../../../shared/domain/caching/batch-cache.ts';
import type { Viewer } from '../../http/app-env.ts';
import { prepareHeaders, writePrepared } from '../../http/prepared-answer.ts';
import type { Services } from '../../services.ts';
import { findFeedPosts } from './feed-posts.ts';
import type { FeedSkeleton } from './feed-skeleton.ts';
import { nextCursorOf } from './skip-shown.ts';
import { type FeedPost, isCurrent, isSameFeed, type WrittenFeed, writeFeed } from './write-feed.ts';

const HEADERS = prepareHeaders({ 'Content-Type': 'application/json', 'Cache-Control': 'private, no-cache' });

/** What an answer needs of its request. */
export type FeedAsking = { viewer: Viewer; url: string; requestId: string; ifNoneMatch: string | null };

/**
 * Answers a page of the feed, at once when memory has all of its posts; a client that holds the same page gets a 304. What
 * was written of the skeleton before is used while it is what would be written now.
 */
export function answerFeed(
  services: Services,
  skeleton: FeedSkeleton,
  asking: FeedAsking,
  context: CacheContext,
): Response | Promise<Response> {
  const { written } = skeleton;
  if (written && isCurrent(written, context.now)) {
    services.caches.shown.hits += written.posts.length;
    return answerWritten(services, written, asking);
  }
  const answerPosts = (posts: readonly FeedPost[]) =>
    answerWritten(services, writeOnce(services, asking.viewer, skeleton, posts, context.now), asking);
  const posts = findFeedPosts(services, skeleton.entries, context);
  return posts instanceof Promise ? posts.then(answerPosts) : answerPosts(posts);
}

/** Writes a page of these posts, unless the same was written of the skeleton before. */
function writeOnce(
  services: Services,
  viewer: Viewer,
  skeleton: FeedSkeleton,
  posts: readonly FeedPost[],
  now: number,
): WrittenFeed {
  if (skeleton.written && isSameFeed(skeleton.written, posts)) return skeleton.written;
  const written = writeFeed(services, viewer, now, posts, nextCursorOf(skeleton, posts));
  if ('written' in skeleton) skeleton.written = written;
  return written;
}

function answerWritten({ layers }: Services, { etag, write }: WrittenFeed, asking: FeedAsking): Response {
  const isHeld = asking.ifNoneMatch === etag;
  if (asking.ifNoneMatch !== null) layers.client[isHeld ? 'hits' : 'misses'] += 1;
  return writePrepared(asking, isHeld ? null : write(), HEADERS, { status: isHeld ? 304 : 200, etag });
}
