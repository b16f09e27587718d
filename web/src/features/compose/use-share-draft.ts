import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { describeError } from '../../api/describe-error.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { notify } from '../../ui/notify.ts';
import { useMe } from '../auth/session.ts';
import { feedQuery, withPostOnTop } from '../feed/use-feed.ts';
import type { ComposeStore } from './compose-store.ts';
import { type Draft, readinessOf } from './draft.ts';
import { shareDraft } from './share-draft.ts';

export type ShareState = 'empty' | 'idle' | 'waiting' | 'sending';

const MODES = ['ranked', 'latest'] as const;

/** Shares the draft: at once, or as soon as its photos are ready. On failure the draft stays as it is. */
export function useShareDraft(store: ComposeStore, draft: Draft) {
  const me = useMe();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<string>();
  const readiness = readinessOf(draft);

  const { mutate, isPending } = useMutation({
    mutationFn: shareDraft,
    onSuccess: async (post) => {
      // The feed it lands on is read first, so that the new post stands at its top whatever the order.
      await queryClient.ensureInfiniteQueryData(feedQuery('ranked')).catch(() => {});
      for (const mode of MODES) {
        queryClient.setQueryData(feedQuery(mode).queryKey, (data) => withPostOnTop(data, { ...post, reason: 'own' }));
      }
      void queryClient.invalidateQueries({ queryKey: queryKeys.postsOfUser(post.author.id) });
      if (me) void queryClient.invalidateQueries({ queryKey: queryKeys.user(me.username) });
      await navigate({ to: '/' });
      await store.clear();
      notify('Shared.');
    },
    onError: (error) => setProblem(describeError(error)),
    onSettled: () => setAsked(false),
  });

  useEffect(() => {
    if (!asked || isPending) return;
    if (readiness === 'ready') mutate(draft);
    if (readiness === 'broken') {
      setAsked(false);
      setProblem('One of the photos did not make it. Retry or remove it, then share again.');
    }
  }, [asked, isPending, readiness, draft, mutate]);

  const begin = () => {
    setProblem(undefined);
    setAsked(true);
  };
  const state: ShareState = isPending ? 'sending' : asked ? 'waiting' : readiness === 'empty' ? 'empty' : 'idle';
  return { begin, state, problem };
}
