import { expect, it } from 'vitest';
import { sendMessageSchema } from '../../shared/contracts/index.ts';
import { people } from './people.ts';
import { talk } from './talk.ts';

const personOf = (username: string) => people.find((person) => person.username === username);

it('is between people of the network, one of them the shown account, about posts that there are', () => {
  for (const { from, to, text, post } of talk) {
    expect(personOf(from)).toBeDefined();
    expect(personOf(to)).toBeDefined();
    expect([from, to]).toContain(people[0]?.username);
    if (post) expect(personOf(post.by)?.posts[post.place]).toBeDefined();
    if (text !== undefined) expect(sendMessageSchema.parse({ text }).text).toBe(text);
    expect(text ?? post).toBeDefined();
  }
});
