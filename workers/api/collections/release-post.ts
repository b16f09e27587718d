import { collectionPostParamSchema } from '../../../shared/contracts/index.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { atHome } from '../../cells/at-home.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { noContent, route } from '../../http/route.ts';

/** Takes a post out of a collection of yours; it stays saved. */
export const releasePost = route(
  {
    method: 'delete',
    path: '/collections/{id}/posts/{postId}',
    tags: ['saves'],
    summary: 'Take a post out of a collection',
    request: { params: collectionPostParamSchema },
    responses: noContent,
    errors: ['not-found'],
  },
  async (c) => {
    const viewer = requireViewer(c);
    const { id, postId } = c.req.valid('param');
    const edit = { releasePostId: postId };
    const found = await atHome(c.var.services, viewer, async (cell) => cell.editCollection(viewer.id, id, edit));
    if (!found) throw notFound('collection');
    return c.body(null, 204);
  },
);
