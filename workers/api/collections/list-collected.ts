import { idParamSchema, pageQuerySchema, postsPageSchema } from '../../../shared/contracts/index.ts';
import { readShownPage } from '../../../shared/domain/paging/read-shown-page.ts';
import { decodeTimeCursor, encodeTimeCursor, type TimePlace } from '../../../shared/domain/paging/time-cursor.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { presentVisible } from '../../cards/present-visible.ts';
import { atHome } from '../../cells/at-home.ts';
import { postsPage } from '../../http/posts-page.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';

/** The posts of a collection, newest addition first. One that you may no longer see is passed over, and stays in it. */
export const listCollected = route(
  {
    method: 'get',
    path: '/collections/{id}/posts',
    tags: ['saves'],
    summary: 'Posts of a collection',
    request: { params: idParamSchema, query: pageQuerySchema },
    responses: answer(200, postsPageSchema, 'A page of posts.'),
    errors: ['not-found'],
  },
  async (c) => {
    const viewer = requireViewer(c);
    const { id } = c.req.valid('param');
    const { limit, cursor } = c.req.valid('query');
    const after = decodeTimeCursor('collected', cursor);
    const read = async (place: TimePlace | null, count: number) => {
      const rows = await atHome(c.var.services, viewer, async (cell) =>
        cell.listCollected(viewer.id, id, place, count),
      );
      if (!rows) throw notFound('collection');
      return rows;
    };
    const { shown, last } = await readShownPage<TimePlace, string>(
      limit,
      (row, count) => read(row ?? after, count),
      (page) => presentVisible(c, page),
    );
    return postsPage(c, shown, encodeTimeCursor('collected', last));
  },
);
