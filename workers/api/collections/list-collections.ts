import { collectionsPageSchema, pageQuerySchema } from '../../../shared/contracts/index.ts';
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
    request: { query: pageQuerySchema },
    responses: answer(200, collectionsPageSchema, 'A page of collections.'),
  },
  async (c) => {
    const viewer = requireViewer(c);
    const { limit, cursor } = c.req.valid('query');
    const before = decodeIdCursor('collections', cursor) ?? LAST_ID;
    const rows = await atHome(c.var.services, viewer, (cell) => cell.listCollections(viewer.id, before, limit + 1));
    const page = rows.slice(0, limit);
    const next = rows.length > limit ? (page.at(-1)?.id ?? null) : null;
    const collections = await presentCollections(c, page);
    return c.json({ collections, nextCursor: encodeIdCursor('collections', next) }, 200);
  },
);
