import { z } from 'zod';
import { followAnswerSchema, idSchema } from '../../../shared/contracts/index.ts';
import { answer, route } from '../../http/route.ts';
import { answerRequest } from './answer-request.ts';

/** Turns a request down; nobody is told. */
export const rejectRequest = route(
  {
    method: 'post',
    path: '/follow-requests/{userId}/reject',
    tags: ['follows'],
    summary: 'Reject a follow request',
    request: { params: z.object({ userId: idSchema }) },
    responses: answer(200, followAnswerSchema, 'Where the two now stand.'),
    errors: ['not-found'],
  },
  async (c) => {
    await answerRequest(c, c.req.valid('param').userId, false);
    return c.json({ state: 'none' as const }, 200);
  },
);
