import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { isStatus } from '../../api/api-error.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { formatMomentInZone } from '../../format/time.ts';
import { notify } from '../../ui/notify.ts';
import { useMe } from '../auth/session.ts';
import { describeRefusedTag } from '../tags/describe-refused-tag.ts';
import type { ComposeStore } from './compose-store.ts';
import { type Draft, readinessOf } from './draft.ts';
import { type Intent, sendDraft } from './send-draft.ts';
import { showSharedPost } from './show-shared-post.ts';
import { watchWaitingPost } from './watch-waiting-post.ts';

export type SendState = 'empty' | 'idle' | 'waiting' | 'sending';

/** Photos are ready within a moment of being sent; what takes longer goes on without anybody looking. */
const WAIT_FOR_READY_MS = 4_000;

/** Shares, schedules or keeps the draft as soon as its photos have come that far. On failure it stays as it is. */
export function useSendDraft(store: ComposeStore, draft: Draft) {
  const me = useMe();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Intent | null>(null);
  const [patient, setPatient] = useState(true);
  const [problem, setProblem] = useState<string>();
  const readiness = readinessOf(draft);

  const { mutate, isPending } = useMutation({
    mutationFn: (intent: Intent) => sendDraft(draft, intent),
    onSuccess: async (sent, intent) => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.drafts });
      if (sent.kind === 'shared') {
        await showSharedPost(queryClient, sent.post);
        if (me) void queryClient.invalidateQueries({ queryKey: queryKeys.user(me.username) });
        await navigate({ to: '/' });
      } else {
        await navigate({ to: intent === 'share' ? '/' : '/drafts' });
      }
      await store.clear();
      if (sent.kind === 'shared') return notify('Shared.');
      const { id, publishAt } = sent.draft;
      if (intent === 'keep') return notify('Draft saved.');
      if (publishAt) return notify(`Scheduled for ${formatMomentInZone(publishAt)}.`);
      notify('It is shared as soon as its media are ready.');
      void watchWaitingPost(queryClient, id);
    },
    onError: (error) =>
      setProblem(
        isStatus(error, 404) && draft.savedId
          ? 'This draft is gone: it was shared or deleted meanwhile.'
          : describeRefusedTag(
              error,
              draft.photos.flatMap(({ people }) => people),
            ),
      ),
    onSettled: () => setAsked(null),
  });

  const isSent = readiness === 'processing';
  useEffect(() => {
    if (!asked || !isSent) return;
    const timer = window.setTimeout(() => setPatient(false), WAIT_FOR_READY_MS);
    return () => window.clearTimeout(timer);
  }, [asked, isSent]);

  useEffect(() => {
    if (!asked || isPending) return;
    const mayGo = readiness === 'ready' || (isSent && (asked !== 'share' || !patient));
    if (mayGo || (readiness === 'empty' && asked === 'keep')) mutate(asked);
    if (readiness === 'broken') {
      setAsked(null);
      setProblem('One of the photos or videos did not make it. Retry or remove it, then try again.');
    }
  }, [asked, isPending, readiness, isSent, patient, mutate]);

  const begin = (intent: Intent) => {
    setProblem(undefined);
    setPatient(true);
    setAsked(intent);
  };
  const state: SendState = isPending ? 'sending' : asked ? 'waiting' : readiness === 'empty' ? 'empty' : 'idle';
  return { begin, state, asked, problem };
}
