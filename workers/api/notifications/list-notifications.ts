import type { NoticeRow } from '../../../durable-objects/inbox/read-notices.ts';
import { type Notification, notificationsPageSchema, pageQuerySchema } from '../../../shared/contracts/index.ts';
import { decodeNoticeCursor, encodeNoticeCursor } from '../../../shared/domain/paging/notice-cursor.ts';
import { readShownPage } from '../../../shared/domain/paging/read-shown-page.ts';
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
    let unread = 0;
    let newest: NoticeRow | undefined;
    const { shown, last } = await readShownPage<NoticeRow, Notification>(
      limit,
      async (row, count) => {
        const list = await inbox.list(row ?? after, count);
        unread = list.unread;
        newest ??= list.rows[0];
        return list.rows;
      },
      async (page) => {
        const hydrated = await hydrateNotices(services, viewer, page);
        const { notifications, found } = presentNotices(services, viewer, now, page, hydrated);
        if (found) unread = await inbox.settlePage(found);
        return notifications;
      },
    );
    const through = newest ? new Date(newest.at).toISOString() : null;
    return c.json({ notifications: shown, unread, through, nextCursor: encodeNoticeCursor(last) }, 200);
  },
);
