import { idParamSchema, movedSchema, moveUserSchema } from '../../../shared/contracts/index.ts';
import { moveUser as move } from '../../cells/move-user.ts';
import { answer, jsonBody, route } from '../../http/route.ts';

/** Moves a user to another cell while they use it; asking again finishes a move that died half-way. */
export const moveUser = route(
  {
    method: 'post',
    path: '/admin/users/{id}/move',
    tags: ['admin'],
    summary: 'Move a user to another timeline cell',
    access: 'operator',
    request: { params: idParamSchema, body: jsonBody(moveUserSchema) },
    responses: answer(200, movedSchema, 'Where the user lives now.'),
    errors: ['not-found', 'conflict'],
  },
  async (c) => {
    const userId = c.req.valid('param').id;
    const { fromCell, toCell } = c.req.valid('json');
    await move(c.var.services, { userId, fromCell, toCell });
    return c.json({ userId, cell: toCell }, 200);
  },
);
