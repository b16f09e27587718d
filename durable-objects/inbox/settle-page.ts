import type { NoticePlace } from '../../shared/domain/paging/notice-cursor.ts';

/** Notices that a page found in another state than the inbox has them; with a post goes whatever else is about it. */
export type FoundNotices = { places: NoticePlace[]; postIds: string[] };

/** What was found when a page was to be shown. */
export type FoundPage = {
  /** Nothing is left of them. */
  gone: NoticePlace[];
  /** The owner may not see them now: they wait, and count as nothing unread. */
  hidden: FoundNotices;
  /** The owner may see them again. */
  shown: FoundNotices;
};

/** Keeps what a page found; notices that rose since stay as they are. */
export function settlePage(sql: SqlStorage, { gone, hidden, shown }: FoundPage): void {
  sql.exec(`UPDATE notices SET present = 0 WHERE ${AT_PLACES}`, placesJson(gone));
  setHidden(sql, shown, 0);
  setHidden(sql, hidden, 1);
}

const AT_PLACES = '(key, at) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))';

function setHidden(sql: SqlStorage, { places, postIds }: FoundNotices, hidden: 0 | 1): void {
  sql.exec(
    `UPDATE notices SET hidden = ${hidden} WHERE ${AT_PLACES} OR post_id IN (SELECT value FROM json_each(?))`,
    placesJson(places),
    JSON.stringify(postIds),
  );
}

function placesJson(places: readonly NoticePlace[]): string {
  return JSON.stringify(places.map(({ key, at }) => [key, at]));
}
