import { idParamSchema, pageQuerySchema, postsPageSchema } from '../../../shared/contracts/index.ts';
import { decodeTimeCursor, encodeTimeCursor } from '../../../shared/domain/paging/time-cursor.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { presentPosts } from '../../cards/present-posts.ts';
import { visiblePostIds } from '../../cards/visible-post-ids.ts';
import { atHome } from '../../cells/at-home.ts';
import { jsonText } from '../../http/json-text.ts';
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
    const rows = await atHome(c.var.services, viewer, async (cell) =>
      cell.listCollected(viewer.id, id, after, limit + 1),
    );
    if (!rows) throw notFound('collection');
    const page = rows.slice(0, limit);
    const visible = await visiblePostIds(
      c,
      page.map((row) => row.id),
    );
    const posts = await presentPosts(c, visible);
    const next = encodeTimeCursor('collected', rows.length > limit ? page.at(-1) : undefined);
    return jsonText(c, `{"posts":[${posts.join(',')}],"nextCursor":${JSON.stringify(next)}}`);
  },
);
