import { useQueryClient } from '@tanstack/react-query';
import type { Comment } from '../../../../shared/contracts/index.ts';
import { changeQueries } from '../../api/change-queries.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { countComments } from '../posts/count-comments.ts';
import { type CommentPages, patchComment, withComment } from './patch-comments.ts';

/** What the app holds of a post's comments, changed in every order and thread that shows them. */
export function useCommentCache(postId: string) {
  const queryClient = useQueryClient();
  const all = { queryKey: queryKeys.commentsOfPost(postId) };
  const change = (id: string, next: (comment: Comment) => Comment | null) =>
    changeQueries<CommentPages>(queryClient, all.queryKey, (data) => patchComment(data, id, next));
  const count = (by: number) => countComments(queryClient, postId, by);
  const countReplies = (parentId: string, by: number) =>
    queryClient.setQueriesData<CommentPages>(all, (data) =>
      patchComment(data, parentId, (parent) => ({
        ...parent,
        counts: { ...parent.counts, replies: Math.max(0, parent.counts.replies + by) },
      })),
    );

  return {
    change,
    /** What an edit or an approval made of a comment: a held one that is published counts from then on. */
    replace(before: Comment, after: Comment) {
      change(before.id, () => after);
      count(Number(after.status === 'published') - Number(before.status === 'published'));
    },
    add(comment: Comment) {
      const key = comment.parentId ? queryKeys.replies(postId, comment.parentId) : queryKeys.commentLists(postId);
      changeQueries<CommentPages>(queryClient, key, (data) => withComment(data, comment));
      if (comment.parentId) countReplies(comment.parentId, 1);
      if (comment.status === 'published') count(1);
    },
    remove(comment: Comment) {
      change(comment.id, () => null);
      if (comment.parentId) countReplies(comment.parentId, -1);
      if (comment.status === 'published') count(-1 - comment.counts.replies);
    },
    /** After what only the server can order anew, such as a pin. */
    reload: () => queryClient.invalidateQueries(all),
  };
}
