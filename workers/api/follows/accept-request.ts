import { z } from 'zod';
import { followAnswerSchema, idSchema } from '../../../shared/contracts/index.ts';
import { answer, route } from '../../http/route.ts';
import { answerRequest } from './answer-request.ts';

/** Lets somebody follow you. */
export const acceptRequest = route(
  {
    method: 'post',
    path: '/follow-requests/{userId}/accept',
    tags: ['follows'],
    summary: 'Accept a follow request',
    request: { params: z.object({ userId: idSchema }) },
    responses: answer(200, followAnswerSchema, 'Where the two now stand.'),
    errors: ['not-found'],
  },
  async (c) => {
    await answerRequest(c, c.req.valid('param').userId, true);
    return c.json({ state: 'following' as const }, 200);
  },
);
