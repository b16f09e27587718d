import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import type { Comment } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { notify, notifyError } from '../../ui/notify.ts';
import { changeKeptText } from '../../ui/use-kept-text.ts';
import { type Answered, answerAgain } from './use-answered.ts';
import { useCommentCache } from './use-comment-cache.ts';
import { useDraftName } from './use-comment-draft.ts';
import { withGivenBack } from './with-given-back.ts';

interface NewComment {
  text: string;
  answered: Answered | null;
}
interface Sending extends NewComment {
  /** Sent as Idempotency-Key: a second try after a lost answer makes no second comment. */
  key: string;
}

/** Sends comments one after another. What could not be sent is back in the field, also when that is another one by then. */
export function useSendComment(postId: string) {
  const queryClient = useQueryClient();
  const cache = useCommentCache(postId);
  const draftName = useDraftName(postId);
  const mutationKey = ['comment', draftName];
  const { mutate } = useMutation({
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
    onError: (error, { text, answered }) => {
      const failed = queryClient.getMutationCache().findAll({ mutationKey, status: 'error' });
      const earlier = failed.map(({ state }) => (state.variables as Sending).text);
      answerAgain(draftName, answered);
      const isShown = changeKeptText(draftName, (typed) => withGivenBack(typed, text, earlier));
      if (!isShown) notifyError(`Your comment was not sent, and waits under the post. ${describeError(error)}`);
    },
  });
  const sent = useMutationState({
    filters: { mutationKey },
    select: ({ state: { status, variables, error } }) => ({ status, comment: variables as Sending, error }),
  });
  const waiting = sent.filter(({ status }) => status === 'pending').map(({ comment }) => comment);
  const error = sent.at(-1)?.error;
  const send = (comment: NewComment) => mutate({ ...comment, key: crypto.randomUUID() });
  return { send, waiting, problem: error ? describeError(error) : undefined };
}
