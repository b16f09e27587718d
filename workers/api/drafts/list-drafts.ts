import { draftsPageSchema, pageQuerySchema } from '../../../shared/contracts/index.ts';
import { jsonText } from '../../http/json-text.ts';
import { answer, route } from '../../http/route.ts';
import { readOwnPage } from '../posts/read-own-page.ts';
import { addDraftPart } from './require-draft.ts';

/** Your drafts and scheduled posts, newest first. */
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
    const { posts, nextCursor } = await readOwnPage(c, 'drafts', ['draft', 'scheduled'], c.req.valid('query'));
    const text = posts.map(({ row, json }) => addDraftPart(row, json)).join(',');
    return jsonText(c, `{"drafts":[${text}],"nextCursor":${JSON.stringify(nextCursor)}}`);
  },
);
