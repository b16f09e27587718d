import { useEffect, useSyncExternalStore } from 'react';
import { useMe } from '../auth/session.ts';
import { changeOutgoing, type Outgoing, readOutgoing, subscribeOutgoing } from './outgoing-store.ts';
import { sendOutgoing } from './send-outgoing.ts';

/** What one has written into a conversation and the server has not taken yet. */
export function useOutgoing(conversationId: string) {
  const me = useMe();
  const box = `${me?.id ?? ''}.${conversationId}`;
  const outgoing = useSyncExternalStore(subscribeOutgoing, () => readOutgoing(box));
  const go = () => void sendOutgoing(conversationId, box);

  // What was on its way when the page was left goes on.
  useEffect(() => void sendOutgoing(conversationId, box), [conversationId, box]);

  const send = (text: string) => {
    const one: Outgoing = {
      key: crypto.randomUUID(),
      text,
      createdAt: new Date().toISOString(),
      problem: null,
    };
    changeOutgoing(box, (all) => [...all, one]);
    go();
  };
  const retry = (key: string) => {
    changeOutgoing(box, (all) => all.map((one) => (one.key === key ? { ...one, problem: null } : one)));
    go();
  };
  const discard = (key: string) => changeOutgoing(box, (all) => all.filter((one) => one.key !== key));

  return { outgoing, isSending: outgoing.some(({ problem }) => problem === null), send, retry, discard };
}
