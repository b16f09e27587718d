import { cellParamSchema, cellStatsSchema } from '../../../shared/contracts/index.ts';
import { answer, route } from '../../http/route.ts';

/** What a timeline cell holds, and how large it is. */
export const getCell = route(
  {
    method: 'get',
    path: '/admin/cells/{cellId}',
    tags: ['admin'],
    summary: 'What a timeline cell holds',
    access: 'operator',
    request: { params: cellParamSchema },
    responses: answer(200, cellStatsSchema, 'Counts and size.'),
  },
  async (c) => c.json(await c.var.services.stubs.cell(c.req.valid('param').cellId).describeCell(), 200),
);
