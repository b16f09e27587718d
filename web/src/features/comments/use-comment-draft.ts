import { useKeptText } from '../../ui/use-kept-text.ts';

export const draftNameOf = (postId: string): string => `comment.${postId}`;

/** What was typed under a post but not sent; a reload keeps it. */
export function useCommentDraft(postId: string): [string, (text: string) => void] {
  return useKeptText(draftNameOf(postId));
}
