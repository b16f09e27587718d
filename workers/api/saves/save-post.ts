import { idParamSchema, saveAnswerSchema } from '../../../shared/contracts/index.ts';
import { answer, route } from '../../http/route.ts';
import { setSave } from './set-save.ts';

/** Keeps a post for later; only you know. */
export const savePost = route(
  {
    method: 'post',
    path: '/posts/{id}/save',
    tags: ['saves'],
    summary: 'Save a post',
    request: { params: idParamSchema },
    responses: answer(200, saveAnswerSchema, 'Your mark.'),
    errors: ['not-found'],
  },
  async (c) => c.json(await setSave(c, c.req.valid('param').id, true), 200),
);
