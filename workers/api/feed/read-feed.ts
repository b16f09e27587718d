import { decodeIdCursor, encodeIdCursor } from '../../../shared/domain/paging/id-cursor.ts';
import { decodeSkeleton } from '../../../shared/domain/timelines/skeleton.ts';
import { hydratePosts } from '../../cards/hydrate-posts.ts';
import { presentPost } from '../../cards/present-post.ts';
import { atHome } from '../../cells/at-home.ts';
import type { AppContext } from '../../http/app-env.ts';
import { cacheContext } from '../../http/cache-context.ts';
import { requireViewer } from '../../http/require-viewer.ts';

/** A page of the latest home feed: one call to the cell, cards, the rule that gone posts do not show, and the JSON of a `FeedPage`. */
export async function readLatest(
  c: Pick<AppContext, 'var' | 'executionCtx'>,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<string> {
  const { services, now } = c.var;
  const viewer = requireViewer(c);
  const before = decodeIdCursor('latest', cursor);
  const page = await atHome(services, viewer, (cell) => cell.readHome({ userId: viewer.id, before, limit }));
  const entries = decodeSkeleton(page.skeleton);
  const posts = await hydratePosts(services, entries, cacheContext(c));
  let text = '';
  for (const entry of entries) {
    const post = posts.get(entry.postId);
    if (!post) continue;
    if (text !== '') text += ',';
    text += presentPost(services, viewer, now, post, entry, entry.own ? 'own' : 'following');
  }
  return `{"posts":[${text}],"nextCursor":${JSON.stringify(encodeIdCursor('latest', page.nextBefore))}}`;
}
