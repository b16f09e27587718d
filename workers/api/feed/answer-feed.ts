import type { TypedResponse } from 'hono';
import type { FeedReason } from '../../../shared/contracts/index.ts';
import { weakEtag } from '../../../shared/domain/caching/weak-etag.ts';
import type { SkeletonEntry } from '../../../shared/domain/timelines/skeleton.ts';
import type { AuthorCard } from '../../cards/author-card.ts';
import { type Hydrated, hydratePosts } from '../../cards/hydrate-posts.ts';
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
  const viewer = requireViewer(c);
  const shown = entries.filter(({ hidden }) => !hidden);
  const [posts, reposters] = await Promise.all([
    hydratePosts(services, shown, cacheContext(c)),
    hydrateReposters(c, shown),
  ]);
  let text = '';
  let state = `${viewer.id}${nextCursor}`;
  for (const entry of shown) {
    const post = posts.get(entry.postId);
    const reposter = entry.reposterId === undefined ? undefined : reposters.get(entry.reposterId);
    if (!post || !mayTravel(entry, post, reposter)) continue;
    const { card, author, counts } = post;
    if (text !== '') text += ',';
    text += presentPost(services, viewer, now, post, entry, { reason: entry.reason, reposter });
    state += `;${card.id},${card.revision},${author.tag},${entry.liked},${entry.saved},${entry.shared},${entry.reason}`;
    if (reposter) state += `,${reposter.person.id},${reposter.tag}`;
    state += `,${counts.likes + entry.pendingLikes},${counts.comments},${counts.shares}`;
    if (author.person.isPrivate) state += `,${Math.floor(now / SIGNATURE_WINDOW_MS)}`;
  }
  const etag = weakEtag(state);
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache' };
  if (c.req.header('if-none-match') === etag) {
    return c.body(null, 304, headers) as unknown as Response & TypedResponse<never, 200, 'json'>;
  }
  return jsonText(c, `{"posts":[${text}],"nextCursor":${JSON.stringify(nextCursor)}}`, 200, headers);
}

/** Who passed posts on; most pages hold no repost. */
async function hydrateReposters(c: AppContext, entries: readonly FeedEntry[]): Promise<Map<string, AuthorCard>> {
  const ids = new Set(entries.flatMap(({ reposterId }) => reposterId ?? []));
  return ids.size === 0 ? new Map() : c.var.services.caches.authors.getMany([...ids], cacheContext(c));
}

/** A repost goes with the account that passed it on, and when the account that it shows has become private. */
function mayTravel({ reposterId }: FeedEntry, { author }: Hydrated, reposter: AuthorCard | undefined): boolean {
  return reposterId === undefined || (reposter !== undefined && !author.person.isPrivate);
}
