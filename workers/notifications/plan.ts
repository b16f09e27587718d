import type { Actor } from '../../shared/db/notifications/like-news.ts';
import type { NoticeSubject } from '../../shared/domain/notifications/notice.ts';

/** What the truth says that one person is to hear, or no longer. */
export type NoticePlan = {
  recipientId: string;
  subject: NoticeSubject;
  /** Grows with the truth: of two plans for the same subject, the higher one holds. */
  version: number;
  /** Whose post it is about: who may not see it hears nothing. */
  postAuthorId: string | null;
  /** Who did it, newest first; the first whom the recipient wants to hear of counts. */
  actors: readonly Actor[];
  /** Nothing of it is left. */
  gone: boolean;
  /** The place of a withdrawn notice among those let go of, Unix ms. */
  at: number;
};

/** Plans about what many people do have no version of their own: the later look at the truth holds. */
export function planCrowd(
  recipientId: string,
  subject: NoticeSubject,
  { postAuthorId, actors, lookedAt }: { postAuthorId: string | null; actors: readonly Actor[]; lookedAt: number },
): NoticePlan {
  const newest = actors[0];
  return {
    recipientId,
    subject,
    version: lookedAt,
    postAuthorId,
    actors,
    gone: newest === undefined,
    at: newest?.at ?? lookedAt,
  };
}
