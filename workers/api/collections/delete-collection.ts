import { idParamSchema } from '../../../shared/contracts/index.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { atHome } from '../../cells/at-home.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { noContent, route } from '../../http/route.ts';

/** Deletes a collection of yours; its posts stay saved. */
export const deleteCollection = route(
  {
    method: 'delete',
    path: '/collections/{id}',
    tags: ['saves'],
    summary: 'Delete a collection',
    request: { params: idParamSchema },
    responses: noContent,
    errors: ['not-found'],
  },
  async (c) => {
    const viewer = requireViewer(c);
    const { id } = c.req.valid('param');
    const deleted = await atHome(c.var.services, viewer, async (cell) => cell.deleteCollection(viewer.id, id));
    if (!deleted) throw notFound('collection');
    return c.body(null, 204);
  },
);
