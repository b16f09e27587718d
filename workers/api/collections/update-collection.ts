import { collectionBodySchema, collectionSchema, idParamSchema } from '../../../shared/contracts/index.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { atHome } from '../../cells/at-home.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, jsonBody, route } from '../../http/route.ts';
import { presentCollection } from './present-collections.ts';

/** Names a collection of yours anew. */
export const updateCollection = route(
  {
    method: 'patch',
    path: '/collections/{id}',
    tags: ['saves'],
    summary: 'Rename a collection',
    request: { params: idParamSchema, body: jsonBody(collectionBodySchema) },
    responses: answer(200, collectionSchema, 'The collection.'),
    errors: ['not-found'],
  },
  async (c) => {
    const viewer = requireViewer(c);
    const { id } = c.req.valid('param');
    const { name } = c.req.valid('json');
    const row = await atHome(c.var.services, viewer, async (cell) => cell.editCollection(viewer.id, id, { name }));
    if (!row) throw notFound('collection');
    return c.json(await presentCollection(c, row), 200);
  },
);
