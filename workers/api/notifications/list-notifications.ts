import { notificationsPageSchema, pageQuerySchema } from '../../../shared/contracts/index.ts';
import { decodeNoticeCursor, encodeNoticeCursor } from '../../../shared/domain/paging/notice-cursor.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';
import { pullLikes } from '../../notifications/pull-likes.ts';
import { hydrateNotices } from './hydrate-notices.ts';
import { presentNotices } from './present-notices.ts';

/** What happened around you, newest first. What you may not see any more is left out, whatever the inbox holds. */
export const listNotifications = route(
  {
    method: 'get',
    path: '/notifications',
    tags: ['notifications'],
    summary: 'Your notifications',
    request: { query: pageQuerySchema },
    responses: answer(200, notificationsPageSchema, 'A page of notifications.'),
  },
  async (c) => {
    const { services, now } = c.var;
    const viewer = requireViewer(c);
    const { limit, cursor } = c.req.valid('query');
    const after = decodeNoticeCursor(cursor);
    if (!after) await pullLikes(services, viewer.id);
    const inbox = services.stubs.inbox(viewer.id);
    const { rows, unread } = await inbox.list(after, limit + 1);
    const page = rows.slice(0, limit);
    const hydrated = await hydrateNotices(services, viewer, page);
    const { notifications, found } = presentNotices(services, viewer, now, page, hydrated);
    const counted = found ? await inbox.settlePage(found) : unread;
    const nextCursor = encodeNoticeCursor(rows.length > limit ? page.at(-1) : undefined);
    const through = page[0] ? new Date(page[0].at).toISOString() : null;
    return c.json({ notifications, unread: counted, through, nextCursor }, 200);
  },
);
