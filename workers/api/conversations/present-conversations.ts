import type { ConversationEntry } from '../../../durable-objects/conversation/describe-conversation.ts';
import type { Conversation } from '../../../shared/contracts/index.ts';
import type { AppContext } from '../../http/app-env.ts';
import { presentPeople } from '../../people/present-people.ts';

/** Conversations in their order, without those whose other one is gone or parted from the viewer by a block. */
export async function presentConversations(
  { var: { services, viewer } }: Pick<AppContext, 'get' | 'var'>,
  entries: readonly ConversationEntry[],
): Promise<Conversation[]> {
  const people = await presentPeople(
    services,
    viewer,
    entries.map(({ otherId }) => otherId),
  );
  const byId = new Map(people.map((person) => [person.id, person]));
  return entries.flatMap(({ id, otherId, unread, request, pending, last }) => {
    const other = byId.get(otherId);
    if (!other) return [];
    const { at, ...words } = last ?? { at: 0 };
    const newest = last && 'text' in words ? { ...words, createdAt: new Date(at).toISOString() } : null;
    return [{ id, with: other, unread, request, pending, last: newest }];
  });
}
