import { useKeptText } from '../../ui/use-kept-text.ts';
import { useMe } from '../auth/session.ts';

/** The name of what somebody types under a post; whoever uses the browser after them does not see it. */
export function useDraftName(postId: string): string {
  return `comment.${useMe()?.id}.${postId}`;
}

/** What was typed under a post but not sent; a reload keeps it. */
export function useCommentDraft(postId: string): [string, (text: string) => void] {
  return useKeptText(useDraftName(postId));
}
