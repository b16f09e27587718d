import type { SentMessage } from '../../durable-objects/conversation/send-message.ts';
import { conversationIdOf } from '../../shared/domain/conversations/conversation-id.ts';
import { shardOfId } from '../../shared/ids/index.ts';
import type { AppContext } from '../http/app-env.ts';
import { requireViewer } from '../http/require-viewer.ts';
import type { VisibleUser } from '../people/require-visible-user.ts';
import { requestPending } from './request-pending.ts';

/** Sends the viewer's message to somebody who may be written to. A retry with the same key sends nothing again. */
export async function sendTo(
  c: Pick<AppContext, 'get' | 'var'>,
  partner: VisibleUser,
  { text, postId }: { text: string; postId: string | null },
): Promise<SentMessage> {
  const { person, standing } = partner;
  const { services, now, clientKey = null } = c.var;
  const viewer = requireViewer(c);
  const sent = await services.stubs.conversation(conversationIdOf(viewer.id, person.id)).send({
    id: services.ids.next(shardOfId(viewer.id), now),
    senderId: viewer.id,
    recipientId: person.id,
    text,
    postId,
    clientKey,
    followed: standing?.followedBy ?? false,
    at: now,
  });
  if (!sent.ok) throw requestPending(partner);
  return sent.value;
}
