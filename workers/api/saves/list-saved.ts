import { pageQuerySchema, postsPageSchema } from '../../../shared/contracts/index.ts';
import { readShownPage } from '../../../shared/domain/paging/read-shown-page.ts';
import { decodeTimeCursor, encodeTimeCursor, type TimePlace } from '../../../shared/domain/paging/time-cursor.ts';
import { presentVisible } from '../../cards/present-visible.ts';
import { atHome } from '../../cells/at-home.ts';
import { postsPage } from '../../http/posts-page.ts';
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
    const { shown, last } = await readShownPage<TimePlace, string>(
      limit,
      (row, count) => atHome(services, viewer, async (cell) => cell.listSaved(viewer.id, row ?? after, count)),
      (page) => presentVisible(c, page),
    );
    return postsPage(c, shown, encodeTimeCursor('saved', last));
  },
);
