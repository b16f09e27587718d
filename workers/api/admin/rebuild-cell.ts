import { cellParamSchema, rebuiltSchema } from '../../../shared/contracts/index.ts';
import { rebuildCell as rebuild } from '../../cells/rebuild-cell.ts';
import { answer, route } from '../../http/route.ts';

/** Writes a cell's copies anew from D1 while it serves. */
export const rebuildCell = route(
  {
    method: 'post',
    path: '/admin/cells/{cellId}/rebuild',
    tags: ['admin'],
    summary: 'Rebuild a timeline cell from D1',
    access: 'operator',
    request: { params: cellParamSchema },
    responses: answer(200, rebuiltSchema, 'How many users were rebuilt.'),
  },
  async (c) => c.json({ users: await rebuild(c.var.services, c.req.valid('param').cellId) }, 200),
);
