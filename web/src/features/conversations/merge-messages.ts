import type { InfiniteData } from '@tanstack/react-query';
import type { Message, MessagesPage } from '../../../../shared/contracts/index.ts';

export type MessagePages = InfiniteData<MessagesPage, string | undefined>;

/**
 * What is at hand with the newest page of the server, whose order and words hold. When there is a gap between them, only
 * the new page stays: what is older is read again when it is scrolled to.
 */
export function mergeNewest(held: MessagePages, newest: MessagesPage): MessagePages {
  const [first, ...older] = held.pages;
  const known = new Set(held.pages.flatMap(({ messages }) => messages.map(({ id }) => id)));
  const joins = newest.nextCursor === null || newest.messages.some(({ id }) => known.has(id));
  if (!first || !joins) return { pages: [newest], pageParams: [undefined] };
  const fresh = new Set(newest.messages.map(({ id }) => id));
  const messages = [...newest.messages, ...first.messages.filter(({ id }) => !fresh.has(id))];
  return { ...held, pages: [{ ...first, messages }, ...older] };
}

/** With a message that was just sent, on top; once. */
export function addSent(held: MessagePages, sent: Message): MessagePages {
  const [first, ...older] = held.pages;
  if (!first || held.pages.some(({ messages }) => messages.some(({ id }) => id === sent.id))) return held;
  return { ...held, pages: [{ ...first, messages: [sent, ...first.messages] }, ...older] };
}
