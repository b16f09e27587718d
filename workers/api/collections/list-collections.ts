import { collectionsPageSchema, collectionsQuerySchema } from '../../../shared/contracts/index.ts';
import { decodeIdCursor, encodeIdCursor } from '../../../shared/domain/paging/id-cursor.ts';
import { LAST_ID } from '../../../shared/ids/index.ts';
import { atHome } from '../../cells/at-home.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';
import { presentCollections } from './present-collections.ts';

/** Your collections of saved posts, newest first. */
export const listCollections = route(
  {
    method: 'get',
    path: '/collections',
    tags: ['saves'],
    summary: 'Your collections of saved posts',
    request: { query: collectionsQuerySchema },
    responses: answer(200, collectionsPageSchema, 'A page of collections.'),
  },
  async (c) => {
    const { services } = c.var;
    const viewer = requireViewer(c);
    const { limit, cursor, postId } = c.req.valid('query');
    const before = decodeIdCursor('collections', cursor) ?? LAST_ID;
    const rows = await atHome(services, viewer, (cell) => cell.listCollections(viewer.id, before, limit + 1));
    const page = rows.slice(0, limit);
    const next = rows.length > limit ? (page.at(-1)?.id ?? null) : null;
    const [collections, holders] = await Promise.all([
      presentCollections(c, page),
      postId && atHome(services, viewer, async (cell) => cell.listHolders(viewer.id, postId)),
    ]);
    const told = holders ? collections.map((one) => ({ ...one, holdsPost: holders.includes(one.id) })) : collections;
    return c.json({ collections: told, nextCursor: encodeIdCursor('collections', next) }, 200);
  },
);
