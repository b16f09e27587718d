import { expect, it } from 'vitest';
import type { MessagesPage } from '../../../../shared/contracts/index.ts';
import { aMessage } from './a-message.ts';
import { addSent, type MessagePages, mergeNewest } from './merge-messages.ts';

const page = (ids: string, nextCursor: string | null = null): MessagesPage => ({
  messages: [...ids].map((id) => aMessage({ id })),
  nextCursor,
});
const held = (...pages: MessagesPage[]): MessagePages => ({ pages, pageParams: pages.map(() => undefined) });
const idsOf = ({ pages }: MessagePages) => pages.map(({ messages }) => messages.map(({ id }) => id).join('')).join(' ');

it('puts what came since on top, and keeps older pages with their cursors', () => {
  const merged = mergeNewest(held(page('dc', 'c'), page('ba')), page('fed', 'd'));
  expect(idsOf(merged)).toBe('fedc ba');
  expect(merged.pages[0]?.nextCursor).toBe('c');
});

it('takes the order of the server where a message of one’s own was put on top too early', () => {
  expect(idsOf(mergeNewest(held(page('eca')), page('edca')))).toBe('edca');
});

it('takes what the server says of a message now', () => {
  const newest = { messages: [aMessage({ id: 'a', seen: true })], nextCursor: null };
  expect(mergeNewest(held(page('a')), newest).pages[0]?.messages[0]?.seen).toBe(true);
});

it('lets go of what is behind a gap', () => {
  const merged = mergeNewest(held(page('cba')), page('zyx', 'x'));
  expect(idsOf(merged)).toBe('zyx');
  expect(merged.pageParams).toEqual([undefined]);
});

it('begins with the first message', () => {
  expect(idsOf(mergeNewest(held(page('')), page('a')))).toBe('a');
});

it('adds a sent message once', () => {
  const once = addSent(held(page('b'), page('a')), aMessage({ id: 'c' }));
  expect(idsOf(once)).toBe('cb a');
  expect(addSent(once, aMessage({ id: 'c' }))).toBe(once);
});
