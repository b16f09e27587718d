import { expect, it } from 'vitest';
import type { Author } from '../../../../shared/contracts/index.ts';
import { ApiError } from '../../api/api-error.ts';
import { describeRefusal, missedBy, namesOf } from './describe-sending.ts';

const person = (username: string): Author => ({
  id: `id${username}`,
  username,
  fullName: '',
  avatarUrl: null,
  isPrivate: false,
});
const PEOPLE = ['ann', 'ben', 'cem', 'dee'].map(person);

it.each([
  [0, 'nobody'],
  [1, 'ann'],
  [2, 'ann and ben'],
  [3, 'ann and 2 others'],
])('names %i people', (count, names) => {
  expect(namesOf(PEOPLE.slice(0, count))).toBe(names);
});

it('finds out who was not reached', () => {
  const messages = [
    { conversationId: 'idann-idme', messageId: 'm' },
    { conversationId: 'idcem-idme', messageId: 'n' },
  ];
  const answer = { shared: false, shares: 0, repost: null, messages };
  expect(missedBy(PEOPLE, answer).map(({ username }) => username)).toEqual(['ben', 'dee']);
});

it('names who cannot be written to, and otherwise says what the server says', () => {
  const problem = { type: 't', title: 'Some values are invalid', status: 422, code: 'invalid-values', requestId: 'r' };
  const errors = [{ path: 'toUserIds.1', message: 'cannot be written to' }];
  expect(describeRefusal(new ApiError({ ...problem, errors }), PEOPLE)).toContain('write to ben,');
  expect(describeRefusal(new ApiError({ ...problem, status: 403, detail: 'No' }), PEOPLE)).toBe('No.');
});
