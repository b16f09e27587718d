import { unreadAnswerSchema } from '../../../shared/contracts/index.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';
import { pullLikes } from '../../notifications/pull-likes.ts';

/** How many notifications you have not read: one look-up by key and one call, cheap enough to ask each half minute. */
export const getUnread = route(
  {
    method: 'get',
    path: '/notifications/unread',
    tags: ['notifications'],
    summary: 'How many notifications you have not read',
    responses: answer(200, unreadAnswerSchema, 'The number.'),
  },
  async (c) => {
    const { services } = c.var;
    const viewer = requireViewer(c);
    await pullLikes(services, viewer.id);
    return c.json({ unread: await services.stubs.inbox(viewer.id).countUnread() }, 200);
  },
);
