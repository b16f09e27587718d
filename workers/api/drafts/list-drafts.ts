import { draftsPageSchema, pageQuerySchema } from '../../../shared/contracts/index.ts';
import { jsonText } from '../../http/json-text.ts';
import { answer, route } from '../../http/route.ts';
import { readOwnPage } from '../posts/read-own-page.ts';
import { addDraftPart, DRAFT_STATES } from './require-draft.ts';

/** Your drafts, scheduled posts and those that wait for their media, newest first. */
export const listDrafts = route(
  {
    method: 'get',
    path: '/drafts',
    tags: ['drafts'],
    summary: 'Your drafts and scheduled posts',
    request: { query: pageQuerySchema },
    responses: answer(200, draftsPageSchema, 'A page of drafts.'),
  },
  async (c) => {
    const { posts, nextCursor } = await readOwnPage(c, 'drafts', DRAFT_STATES, c.req.valid('query'));
    const text = posts.map(addDraftPart).join(',');
    return jsonText(c, `{"drafts":[${text}],"nextCursor":${JSON.stringify(nextCursor)}}`);
  },
);
