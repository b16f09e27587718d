import { useEffect, useState } from 'react';

const keyOf = (postId: string) => `rimlight.comment.${postId}`;

function recall(postId: string): string {
  try {
    return sessionStorage.getItem(keyOf(postId)) ?? '';
  } catch {
    return '';
  }
}

/** What was typed under a post but not sent; a reload keeps it. */
export function useCommentDraft(postId: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => recall(postId));
  useEffect(() => {
    try {
      if (text) sessionStorage.setItem(keyOf(postId), text);
      else sessionStorage.removeItem(keyOf(postId));
    } catch {
      // Storage is blocked: the text lasts as long as the page.
    }
  }, [postId, text]);
  return [text, setText];
}
