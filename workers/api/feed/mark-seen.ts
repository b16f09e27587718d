import { feedSeenSchema } from '../../../shared/contracts/index.ts';
import { atHome } from '../../cells/at-home.ts';
import { cacheContext } from '../../http/cache-context.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { jsonBody, noContent, route } from '../../http/route.ts';

/** Takes a batch of posts that were on the viewer's screen: they sink in the ranked feed. Unknown posts are passed over. */
export const markSeen = route(
  {
    method: 'post',
    path: '/feed/seen',
    tags: ['feed'],
    summary: 'Say which posts were on your screen',
    request: { body: jsonBody(feedSeenSchema) },
    responses: noContent,
  },
  async (c) => {
    const { services, now } = c.var;
    const viewer = requireViewer(c);
    const cards = await services.caches.posts.getMany([...new Set(c.req.valid('json').postIds)], cacheContext(c));
    const posts = [...cards.values()].map(({ id, authorId }) => ({ postId: id, authorId }));
    if (posts.length > 0) await atHome(services, viewer, async (cell) => cell.markSeen(viewer.id, posts, now));
    return c.body(null, 204);
  },
);
