import { healthSchema } from '../../../shared/contracts/index.ts';
import { answer, route } from '../../http/route.ts';

/** Whether the Worker runs at all. */
export const getHealth = route(
  {
    method: 'get',
    path: '/health',
    tags: ['health'],
    summary: 'Is the Worker up?',
    access: 'public',
    responses: answer(200, healthSchema, 'The Worker answers.'),
  },
  (c) => c.json({ status: 'ok' as const }, 200),
);
