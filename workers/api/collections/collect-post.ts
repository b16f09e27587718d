import { collectionPostParamSchema } from '../../../shared/contracts/index.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { markTarget } from '../../cards/mark-target.ts';
import { atHome } from '../../cells/at-home.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { noContent, route } from '../../http/route.ts';

/** Puts a post into a collection of yours, and saves it. */
export const collectPost = route(
  {
    method: 'post',
    path: '/collections/{id}/posts/{postId}',
    tags: ['saves'],
    summary: 'Put a post into a collection',
    request: { params: collectionPostParamSchema },
    responses: noContent,
    errors: ['not-found'],
  },
  async (c) => {
    const { services, now } = c.var;
    const viewer = requireViewer(c);
    const { id, postId } = c.req.valid('param');
    const target = await markTarget(c, postId, false);
    const result = await atHome(services, viewer, async (cell) => cell.collectPost(target, id, now));
    if (!result.ok) throw notFound(result.code === 'no-collection' ? 'collection' : 'post');
    return c.body(null, 204);
  },
);
