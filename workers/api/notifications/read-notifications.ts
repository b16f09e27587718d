import { readNotificationsSchema, unreadAnswerSchema } from '../../../shared/contracts/index.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, optionalBody, route } from '../../http/route.ts';

/** Marks notifications as read, up to the newest one that was shown. */
export const readNotifications = route(
  {
    method: 'post',
    path: '/notifications/read',
    tags: ['notifications'],
    summary: 'Mark notifications as read',
    request: { body: optionalBody(readNotificationsSchema) },
    responses: answer(200, unreadAnswerSchema, 'How many are unread now.'),
  },
  async (c) => {
    const { services } = c.var;
    const { through } = c.req.valid('json') ?? {};
    const until = through === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(through);
    return c.json({ unread: await services.stubs.inbox(requireViewer(c).id).markRead(until) }, 200);
  },
);
