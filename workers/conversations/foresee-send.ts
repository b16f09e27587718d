import type { Outlook } from '../../durable-objects/conversation/send-message.ts';
import { conversationIdOf } from '../../shared/domain/conversations/conversation-id.ts';
import type { AppContext } from '../http/app-env.ts';
import { requireViewer } from '../http/require-viewer.ts';
import type { VisibleUser } from '../people/require-visible-user.ts';

/** What `sendTo` would come to at this moment. */
export async function foreseeSend(
  c: Pick<AppContext, 'get' | 'var'>,
  { person, standing }: VisibleUser,
): Promise<Outlook> {
  const { services, now, clientKey = null } = c.var;
  const { id: senderId } = requireViewer(c);
  return services.stubs.conversation(conversationIdOf(senderId, person.id)).foresee({
    senderId,
    recipientId: person.id,
    clientKey,
    followed: standing?.followedBy ?? false,
    at: now,
  });
}
