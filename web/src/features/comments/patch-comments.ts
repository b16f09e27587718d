import type { InfiniteData } from '@tanstack/react-query';
import type { Comment, CommentsPage } from '../../../../shared/contracts/index.ts';

export type CommentPages = InfiniteData<CommentsPage, unknown>;

/** Changes one comment of a cached list; null takes it out. A list without it stays the same object. */
export function patchComment(
  data: CommentPages | undefined,
  id: string,
  change: (comment: Comment) => Comment | null,
): CommentPages | undefined {
  if (!data?.pages.some((page) => page.comments.some((comment) => comment.id === id))) return data;
  const pages = data.pages.map((page) => ({
    ...page,
    comments: page.comments.flatMap((comment) => (comment.id === id ? (change(comment) ?? []) : comment)),
  }));
  return { ...data, pages };
}

/** A new comment where its writer looks for it: on top of the comments, at the end of the replies. */
export function withComment(data: CommentPages | undefined, comment: Comment): CommentPages | undefined {
  if (!data) return data;
  const at = comment.parentId === null ? 0 : data.pages.length - 1;
  const pages = data.pages.map((page, index) => {
    if (index !== at) return page;
    const rest = page.comments.filter(({ id }) => id !== comment.id);
    return { ...page, comments: comment.parentId === null ? [comment, ...rest] : [...rest, comment] };
  });
  return { ...data, pages };
}

/** Each comment once, where it comes first: one that is liked or written between two pages may be on both. */
export function eachOnce(data: CommentPages): CommentPages {
  const seen = new Set<string>();
  const pages = data.pages.map((page) => ({
    ...page,
    comments: page.comments.filter(({ id }) => !seen.has(id) && seen.add(id)),
  }));
  return { ...data, pages };
}
