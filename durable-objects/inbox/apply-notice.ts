import type { NotificationPreferences } from '../../shared/contracts/index.ts';
import { wantsToHear } from '../../shared/domain/notifications/may-notify.ts';
import { isGathered, type NoticeSubject } from '../../shared/domain/notifications/notice.ts';

/** Somebody whom the owner may hear of: whether the owner follows them, and when they did it (Unix ms). */
export type Candidate = { userId: string; followed: boolean; at: number };

/** What the truth says of a subject, as of `version`, which grows with the truth. */
export type NoticeChange = NoticeSubject & {
  version: number;
  /** Nothing of it is left: the notice is withdrawn. `at` keeps the tombstone's place. */
  gone: boolean;
  at: number;
  /** Newest first. The first whom the owner wants to hear of makes the notice; nobody, and nothing changes. */
  from: readonly Candidate[];
};

/** Brings one notice up to date with its truth. Repeated, late and reordered changes leave what the newest one says. */
export function applyNotice(sql: SqlStorage, preferences: NotificationPreferences, change: NoticeChange): void {
  const heard = change.from.find(({ followed }) => wantsToHear(change.kind, followed, preferences));
  if (change.gone) writeNotice(sql, change, change.at, false);
  else if (heard) writeNotice(sql, change, heard.at, true);
}

/**
 * A notice that comes back keeps whether it was read, unless it gathers and something newer happened. Whether a change can
 * be seen, the next look decides.
 */
function writeNotice(sql: SqlStorage, subject: NoticeChange, at: number, present: boolean): void {
  const { key, kind, actorId, postId, commentId, version } = subject;
  const rises = present && isGathered(kind) ? 1 : 0;
  sql.exec(
    `INSERT INTO notices (key, kind, actor_id, post_id, comment_id, at, version, present, unread)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1)
     ON CONFLICT (key) DO UPDATE SET kind = excluded.kind, version = excluded.version, present = excluded.present,
       hidden = hidden AND excluded.version = version, unread = unread OR (?9 AND excluded.at > at), at = iif(?9, max(at, excluded.at), at)
     WHERE excluded.version >= version`,
    key,
    kind,
    actorId,
    postId,
    commentId,
    at,
    version,
    present ? 1 : 0,
    rises,
  );
}

/** Lets go of the oldest notices, and of the oldest tombstones, beyond `keep` of each. */
export function forgetOldest(sql: SqlStorage, keep: number): void {
  for (const present of [0, 1]) {
    sql.exec(
      `DELETE FROM notices WHERE key IN
        (SELECT key FROM notices WHERE present = ? ORDER BY at DESC, key DESC LIMIT -1 OFFSET ?)`,
      present,
      keep,
    );
  }
}
