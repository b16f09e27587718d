import type { NotificationKind } from '../../contracts/index.ts';

/** What a row of an inbox is about. Its content is read from the truth whenever it is shown. */
export type NoticeSubject = {
  /** The same for every message about the same thing. */
  key: string;
  kind: NotificationKind;
  /** Whose act it was; null where the newest people are looked up. */
  actorId: string | null;
  postId: string | null;
  commentId: string | null;
};

/** Kinds that gather what many people do: a later act brings the row back to the top, unread. */
const GATHERED: ReadonlySet<NotificationKind> = new Set([
  'like',
  'comment-like',
  'repost',
  'follow',
  'follow-request',
  'follow-accepted',
]);

export function isGathered(kind: NotificationKind): boolean {
  return GATHERED.has(kind);
}

export const DAY_MS = 86_400_000;

/** Followers are gathered by the day (UTC) on which they came; `at` is Unix ms. */
export function followDay(at: number): number {
  return Math.floor(at / DAY_MS);
}

const about = { actorId: null, postId: null, commentId: null };

/** The subjects of all notices. Of one post or comment, a person hears once, whatever it is to them. */
export const noticeOf = {
  likes: (postId: string): NoticeSubject => ({ ...about, key: `like:${postId}`, kind: 'like', postId }),
  commentLikes: (commentId: string, postId: string): NoticeSubject => ({
    ...about,
    key: `comment-like:${commentId}`,
    kind: 'comment-like',
    postId,
    commentId,
  }),
  reposts: (postId: string): NoticeSubject => ({ ...about, key: `repost:${postId}`, kind: 'repost', postId }),
  post: (kind: 'mention' | 'tag', postId: string, actorId: string): NoticeSubject => ({
    ...about,
    key: `post:${postId}`,
    kind,
    actorId,
    postId,
  }),
  comment: (
    kind: 'comment' | 'reply' | 'mention',
    { commentId, postId, actorId }: { commentId: string; postId: string; actorId: string },
  ): NoticeSubject => ({ key: `comment:${commentId}`, kind, actorId, postId, commentId }),
  followers: (at: number): NoticeSubject => ({ ...about, key: `follow:${followDay(at)}`, kind: 'follow' }),
  requests: (): NoticeSubject => ({ ...about, key: 'follow-request', kind: 'follow-request' }),
  accepted: (actorId: string): NoticeSubject => ({
    ...about,
    key: `follow-accepted:${actorId}`,
    kind: 'follow-accepted',
    actorId,
  }),
};

/** The day that the key of a `follow` notice names. */
export function dayOfKey(key: string): number {
  return Number(key.slice(key.indexOf(':') + 1));
}
