import { collectionBodySchema, collectionSchema } from '../../../shared/contracts/index.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import { atHome } from '../../cells/at-home.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, jsonBody, route } from '../../http/route.ts';
import { presentCollection } from './present-collections.ts';

/** Makes an empty collection; only you know of it. */
export const createCollection = route(
  {
    method: 'post',
    path: '/collections',
    tags: ['saves'],
    summary: 'Make a collection of saved posts',
    request: { body: jsonBody(collectionBodySchema) },
    responses: answer(201, collectionSchema, 'The collection.'),
    errors: ['conflict'],
  },
  async (c) => {
    const { services, now, clientKey = null } = c.var;
    const viewer = requireViewer(c);
    const { name } = c.req.valid('json');
    const collection = { id: services.ids.next(shardOfId(viewer.id), now), name, clientKey };
    const made = await atHome(services, viewer, async (cell) => cell.createCollection(viewer.id, collection, now));
    if (!made.ok) throw new AppError('conflict', { detail: 'You have as many collections as there can be.' });
    return c.json(await presentCollection(c, made.value), 201, { Location: `/api/v1/collections/${made.value.id}` });
  },
);
