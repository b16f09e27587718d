import { expect, it } from 'vitest';
import type { Notification, Person } from '../../../../shared/contracts/index.ts';
import { whatOf, whoOf } from './describe-notification.ts';

const viewer = { following: false, requested: false, followedBy: false, blocking: false, muting: false };
const person = (username: string): Person => ({
  id: username,
  username,
  fullName: '',
  avatarUrl: null,
  isPrivate: false,
  viewer,
});

function aNotification(given: Partial<Notification>): Notification {
  return {
    id: 'like:1',
    kind: 'like',
    actors: [person('ann')],
    count: 1,
    post: null,
    comment: null,
    createdAt: '2026-03-01T12:00:00.000Z',
    read: false,
    ...given,
  };
}

it.each([
  [['ann'], 1, { names: ['ann'], others: 0 }],
  [['ann', 'ben'], 2, { names: ['ann', 'ben'], others: 0 }],
  [['ann'], 2, { names: ['ann'], others: 1 }],
  [['ann', 'ben', 'cem'], 3, { names: ['ann'], others: 2 }],
  [['ann', 'ben', 'cem'], 10, { names: ['ann'], others: 9 }],
])('names %j of %i', (names, count, who) => {
  expect(whoOf(aNotification({ actors: names.map(person), count }))).toEqual(who);
});

it('says what they did', () => {
  const comment = { id: 'c', text: 'hello' };
  expect(whatOf(aNotification({}))).toBe('liked your post');
  expect(whatOf(aNotification({ kind: 'mention' }))).toBe('mentioned you in a post');
  expect(whatOf(aNotification({ kind: 'mention', comment }))).toBe('mentioned you in a comment');
  expect(whatOf(aNotification({ kind: 'follow-request' }))).toBe('asks to follow you');
  expect(whatOf(aNotification({ kind: 'follow-request', count: 2 }))).toBe('ask to follow you');
});
