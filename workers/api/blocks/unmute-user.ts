import { idParamSchema } from '../../../shared/contracts/index.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { atHome } from '../../cells/at-home.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { noContent, route } from '../../http/route.ts';
import { requireVisibleUser } from '../../people/require-visible-user.ts';

/** Lets a user back into your home timeline. */
export const unmuteUser = route(
  {
    method: 'delete',
    path: '/users/{id}/mute',
    tags: ['blocks'],
    summary: 'Unmute a user',
    request: { params: idParamSchema },
    responses: noContent,
    errors: ['not-found', 'forbidden'],
  },
  async (c) => {
    const viewer = requireViewer(c);
    const { services } = c.var;
    const otherId = c.req.valid('param').id;
    if (otherId === viewer.id) throw new AppError('forbidden', { detail: 'You cannot mute yourself.' });
    await requireVisibleUser(services, viewer, otherId);
    await atHome(services, viewer, (cell) => cell.mute(viewer.id, otherId, false));
    return c.body(null, 204);
  },
);
