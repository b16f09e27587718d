import type { PostToPublish } from '../../shared/db/posts/publish-posts.ts';

/** A post that somebody wants to publish; its ids are drawn when it is written. */
export type PostDraft = Omit<PostToPublish, 'id' | 'outboxId'>;

/** Whether a post may be written in one transaction with others: two that want one medium decide it one after the other. */
export function sharesNoMedium(others: readonly PostDraft[], { mediaIds }: PostDraft): boolean {
  return others.every((other) => !other.mediaIds.some((id) => mediaIds.includes(id)));
}

/** Whether nobody has to hear of the post but its audience. */
export function namesNobody({ mentions, people }: Pick<PostDraft, 'mentions' | 'people'>): boolean {
  return mentions.length === 0 && people.length === 0;
}
