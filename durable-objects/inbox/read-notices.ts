import type { NotificationKind } from '../../shared/contracts/index.ts';
import type { NoticeSubject } from '../../shared/domain/notifications/notice.ts';
import type { NoticePlace } from '../../shared/domain/paging/notice-cursor.ts';

/** A notice as the inbox holds it; `hidden` when the owner could not see it the last time it was to be shown. */
export type NoticeRow = NoticeSubject & { at: number; unread: boolean; hidden: boolean };

/** Notices behind a place, newest first, with those that are hidden: whether they still are is seen when they are shown. */
export function readNotices(sql: SqlStorage, after: NoticePlace | null, limit: number): NoticeRow[] {
  type Raw = {
    key: string;
    kind: NotificationKind;
    actor_id: string | null;
    post_id: string | null;
    comment_id: string | null;
    at: number;
    unread: number;
    hidden: number;
  };
  const { at, key } = after ?? { at: Number.MAX_SAFE_INTEGER, key: '' };
  return sql
    .exec<Raw>(
      `SELECT key, kind, actor_id, post_id, comment_id, at, unread, hidden FROM notices
       WHERE present = 1 AND (at, key) < (?, ?) ORDER BY at DESC, key DESC LIMIT ?`,
      at,
      key,
      limit,
    )
    .toArray()
    .map(({ actor_id, post_id, comment_id, unread, hidden, ...row }) => ({
      ...row,
      actorId: actor_id,
      postId: post_id,
      commentId: comment_id,
      unread: unread === 1,
      hidden: hidden === 1,
    }));
}

export function countUnread(sql: SqlStorage): number {
  return sql.exec<{ n: number }>('SELECT count(*) AS n FROM notices WHERE present AND unread AND NOT hidden').one().n;
}

/** Marks what happened until `through` (Unix ms) as read. What is hidden was not read. */
export function markRead(sql: SqlStorage, through: number): void {
  sql.exec('UPDATE notices SET unread = 0 WHERE unread AND NOT hidden AND at <= ?', through);
}
