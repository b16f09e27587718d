import { idParamSchema, saveAnswerSchema } from '../../../shared/contracts/index.ts';
import { answer, route } from '../../http/route.ts';
import { setSave } from './set-save.ts';

/** Takes a post off your saved list. */
export const unsavePost = route(
  {
    method: 'delete',
    path: '/posts/{id}/save',
    tags: ['saves'],
    summary: 'Unsave a post',
    request: { params: idParamSchema },
    responses: answer(200, saveAnswerSchema, 'Your mark.'),
    errors: ['not-found'],
  },
  async (c) => c.json(await setSave(c, c.req.valid('param').id, false), 200),
);
