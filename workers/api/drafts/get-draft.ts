import { draftSchema, idParamSchema } from '../../../shared/contracts/index.ts';
import { jsonText } from '../../http/json-text.ts';
import { answer, route } from '../../http/route.ts';
import { presentDraft } from './require-draft.ts';

/** One draft of yours. */
export const getDraft = route(
  {
    method: 'get',
    path: '/drafts/{id}',
    tags: ['drafts'],
    summary: 'One draft',
    request: { params: idParamSchema },
    responses: answer(200, draftSchema, 'The draft.'),
    errors: ['not-found'],
  },
  async (c) => jsonText(c, await presentDraft(c, c.req.valid('param').id)),
);
