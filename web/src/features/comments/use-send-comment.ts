import { useMutation, useMutationState } from '@tanstack/react-query';
import type { Comment } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { notify } from '../../ui/notify.ts';
import type { Answered } from './use-answered.ts';
import { useCommentCache } from './use-comment-cache.ts';

export interface NewComment {
  text: string;
  answered: Answered | null;
}
interface Sending extends NewComment {
  /** Sent as Idempotency-Key: a second try after a lost answer makes no second comment. */
  key: string;
}

/** Sends comments one after another. What could not be sent is given back. */
export function useSendComment(postId: string, giveBack: (comment: NewComment) => void) {
  const cache = useCommentCache(postId);
  const mutationKey = ['comment', postId];
  const { mutate, error } = useMutation({
    mutationKey,
    scope: { id: `comment-${postId}` },
    mutationFn: ({ key, text, answered }: Sending) => {
      const body = { text, parentId: answered?.id ?? null };
      return api.post<Comment>(`/posts/${postId}/comments`, body, { 'Idempotency-Key': key });
    },
    retry: (failures, cause) => failures < 1 && cause.name === 'NetworkError',
    onSuccess: (comment) => {
      cache.add(comment);
      if (comment.status === 'held') notify('Your comment is held back. The note under it says why.');
    },
    onError: (_error, comment) => giveBack(comment),
  });
  const waiting = useMutationState({
    filters: { mutationKey, status: 'pending' },
    select: ({ state }) => state.variables as Sending,
  });
  const send = (comment: NewComment) => mutate({ ...comment, key: crypto.randomUUID() });
  return { send, waiting, problem: error ? describeError(error) : undefined };
}
