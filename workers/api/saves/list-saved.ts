import { pageQuerySchema, postsPageSchema } from '../../../shared/contracts/index.ts';
import { decodeTimeCursor, encodeTimeCursor } from '../../../shared/domain/paging/time-cursor.ts';
import { presentPosts } from '../../cards/present-posts.ts';
import { visiblePostIds } from '../../cards/visible-post-ids.ts';
import { atHome } from '../../cells/at-home.ts';
import { jsonText } from '../../http/json-text.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';

/** What you saved, newest mark first. A post that you may no longer see is passed over, and stays saved. */
export const listSaved = route(
  {
    method: 'get',
    path: '/feed/saved',
    tags: ['saves'],
    summary: 'Your saved posts',
    request: { query: pageQuerySchema },
    responses: answer(200, postsPageSchema, 'A page of posts.'),
  },
  async (c) => {
    const { services } = c.var;
    const viewer = requireViewer(c);
    const { limit, cursor } = c.req.valid('query');
    const after = decodeTimeCursor('saved', cursor);
    const saves = await atHome(services, viewer, (cell) => cell.listSaved(viewer.id, after, limit + 1));
    const page = saves.slice(0, limit);
    const visible = await visiblePostIds(
      c,
      page.map(({ id }) => id),
    );
    const posts = await presentPosts(c, visible);
    const next = encodeTimeCursor('saved', saves.length > limit ? page.at(-1) : undefined);
    return jsonText(c, `{"posts":[${posts.join(',')}],"nextCursor":${JSON.stringify(next)}}`);
  },
);
