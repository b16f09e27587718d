import type { Conversation } from '../../../shared/contracts/index.ts';
import { notFound } from '../../../shared/errors/index.ts';
import type { AppContext } from '../../http/app-env.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { presentConversations } from './present-conversations.ts';

/** A conversation as the viewer, who is in it, has it. */
export async function readOwnConversation(c: Pick<AppContext, 'get' | 'var'>, id: string): Promise<Conversation> {
  const entry = await c.var.services.stubs.conversation(id).describe(requireViewer(c).id);
  const [conversation] = await presentConversations(c, [entry]);
  if (!conversation) throw notFound('conversation');
  return conversation;
}
