import type { TypedResponse } from 'hono';
import type { FeedReason } from '../../../shared/contracts/index.ts';
import { EtagBuilder } from '../../../shared/domain/caching/weak-etag.ts';
import type { SkeletonEntry } from '../../../shared/domain/timelines/skeleton.ts';
import type { AuthorCard } from '../../cards/author-card.ts';
import type { Hydrated } from '../../cards/hydrate-posts.ts';
import { presentPost } from '../../cards/present-post.ts';
import type { AppContext } from '../../http/app-env.ts';
import { cacheContext } from '../../http/cache-context.ts';
import { jsonText } from '../../http/json-text.ts';
import { requireViewer } from '../../http/require-viewer.ts';

export type FeedEntry = SkeletonEntry & { reason: FeedReason };

/** Signed media URLs change this often; an answer that holds them may not outlive them. */
const SIGNATURE_WINDOW_MS = 5 * 60_000;

/**
 * Hydrates, leaves out what is gone, and writes a page of the feed. The tag is made of what the page is made of, not of
 * its 13 KB of text; a client that holds the same page gets a 304.
 */
export async function answerFeed(
  c: AppContext,
  entries: readonly FeedEntry[],
  nextCursor: string | null,
): Promise<Response & TypedResponse<never, 200, 'json'>> {
  const { services, now } = c.var;
  const { caches } = services;
  const viewer = requireViewer(c);
  const reposters = await hydrateReposters(c, entries);
  const held = entries.map((entry) => (entry.hidden ? undefined : caches.shown.find(entry, now)));
  const missing = entries.filter(({ hidden }, index) => !hidden && held[index] === undefined);
  const loaded = missing.length > 0 ? await caches.shown.load(caches, missing, cacheContext(c)) : undefined;
  const tag = new EtagBuilder().text(viewer.id).text(nextCursor ?? '');
  let text = '';
  for (const [index, entry] of entries.entries()) {
    if (entry.hidden) continue;
    const post = held[index] ?? loaded?.get(entry.postId);
    const reposter = entry.reposterId === undefined ? undefined : reposters?.get(entry.reposterId);
    if (!post || !mayTravel(entry, post, reposter)) continue;
    if (text !== '') text += ',';
    text += presentPost(services, viewer, now, post, entry, { reason: entry.reason, reposter }, post.joined);
    tag.number(post.joined.tag).number(post.counts.likes + entry.pendingLikes);
    tag
      .number(entry.liked ? 1 : 0)
      .number(entry.saved ? 1 : 0)
      .number(entry.shared ? 1 : 0)
      .text(entry.reason);
    if (reposter) tag.text(reposter.tag);
    if (post.author.person.isPrivate) tag.number(Math.floor(now / SIGNATURE_WINDOW_MS));
  }
  const etag = tag.toString();
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache' };
  if (c.req.header('if-none-match') === etag) {
    return c.body(null, 304, headers) as unknown as Response & TypedResponse<never, 200, 'json'>;
  }
  return jsonText(c, `{"posts":[${text}],"nextCursor":${JSON.stringify(nextCursor)}}`, 200, headers);
}

/** Who passed posts on; most pages hold no repost. */
async function hydrateReposters(c: AppContext, entries: readonly FeedEntry[]) {
  const ids = new Set<string>();
  for (const { reposterId, hidden } of entries) if (reposterId !== undefined && !hidden) ids.add(reposterId);
  return ids.size === 0 ? undefined : c.var.services.caches.authors.getMany([...ids], cacheContext(c));
}

/** A repost goes with the account that passed it on, and when the account that it shows has become private. */
function mayTravel({ reposterId }: FeedEntry, { author }: Hydrated, reposter: AuthorCard | undefined): boolean {
  return reposterId === undefined || (reposter !== undefined && !author.person.isPrivate);
}
