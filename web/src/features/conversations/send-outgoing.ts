import type { Message } from '../../../../shared/contracts/index.ts';
import { NetworkError } from '../../api/api-error.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { queryClient } from '../../api/query-client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { addSent, type MessagePages } from './merge-messages.ts';
import { changeOutgoing, type Outgoing, readOutgoing } from './outgoing-store.ts';

const AGAIN_AFTER_MS = 1_500;
const busy = new Set<string>();

/** Sends what waits in a box, one after the other, so that it arrives in the order in which it was written. */
export async function sendOutgoing(conversationId: string, box: string): Promise<void> {
  if (busy.has(box)) return;
  busy.add(box);
  try {
    for (let next = findWaiting(box); next; next = findWaiting(box)) await sendOne(conversationId, box, next);
  } finally {
    busy.delete(box);
  }
}

function findWaiting(box: string): Outgoing | undefined {
  return readOutgoing(box).find(({ problem }) => problem === null);
}

async function sendOne(conversationId: string, box: string, { key, text }: Outgoing): Promise<void> {
  // An answer that was asked for before this message must not be shown after it.
  await queryClient.cancelQueries({ queryKey: queryKeys.newestMessages(conversationId) });
  try {
    const sent = await post(conversationId, key, text);
    queryClient.setQueryData<MessagePages>(queryKeys.messages(conversationId), (held) => held && addSent(held, sent));
    changeOutgoing(box, (all) => all.filter((one) => one.key !== key));
    void queryClient.invalidateQueries({ queryKey: queryKeys.allConversations });
  } catch (error) {
    const problem = describeError(error);
    changeOutgoing(box, (all) => all.map((one) => (one.key === key ? { ...one, problem } : one)));
  }
}

/** A line that breaks for a moment is tried once more before anybody hears of it. */
async function post(conversationId: string, key: string, text: string): Promise<Message> {
  const send = () =>
    api.post<Message>(`/conversations/${conversationId}/messages`, { text }, { 'Idempotency-Key': key });
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
    return send();
  }
}
