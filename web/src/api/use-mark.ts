import { useMutation, useQueryClient } from '@tanstack/react-query';

interface Mark<Answer> {
  /** What is marked and how, such as a like and the post's id. */
  name: readonly string[];
  /** Whether it is marked as far as is shown. */
  marked: boolean;
  send: (marked: boolean) => Promise<Answer>;
  show: (marked: boolean) => void;
  /** `isLast` unless a later press is on its way, whose result is shown already. */
  onSuccess?: (answer: Answer, marked: boolean, isLast: boolean) => void;
  onError: (error: Error, marked: boolean) => void;
}

/** What the server has, while presses are on their way; by the mark's name. */
const stored = new Map<string, boolean>();

/**
 * Something that a press marks or unmarks, such as a like: shown at once and told to the server after. Presses are sent in
 * their order, and when the last one fails, what the server has by then is shown.
 */
export function useMark<Answer>({ name, marked, send, show, onSuccess, onError }: Mark<Answer>) {
  const queryClient = useQueryClient();
  const id = name.join(' ');
  const isLast = () => queryClient.isMutating({ mutationKey: name }) === 1;
  return useMutation({
    mutationKey: name,
    scope: { id },
    mutationFn: send,
    onMutate: (next) => {
      if (!stored.has(id)) stored.set(id, marked);
      show(next);
    },
    onSuccess: (answer, next) => {
      stored.set(id, next);
      onSuccess?.(answer, next, isLast());
    },
    onError: (error, next) => {
      if (isLast()) show(stored.get(id) ?? !next);
      onError(error, next);
    },
    onSettled: () => {
      if (isLast()) stored.delete(id);
    },
  });
}
