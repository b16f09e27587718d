import { otherIn } from '../../shared/domain/conversations/conversation-id.ts';
import { notFound } from '../../shared/errors/index.ts';
import type { Viewer } from '../http/app-env.ts';
import { requireVisibleUser, type VisibleUser } from '../people/require-visible-user.ts';
import type { Services } from '../services.ts';

/**
 * The other one of a conversation of the viewer: an active account that no block parts from the viewer. 404 otherwise,
 * also for other people's conversations.
 */
export async function requirePartner(services: Services, viewer: Viewer, conversationId: string): Promise<VisibleUser> {
  const otherId = otherIn(conversationId, viewer.id);
  if (otherId === undefined) throw notFound('conversation');
  const partner = await requireVisibleUser(services, viewer, otherId, 'conversation');
  if (partner.standing?.blocking) throw notFound('conversation');
  return partner;
}
