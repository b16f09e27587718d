import { expect, it } from 'vitest';
import type { Author } from '../../../../shared/contracts/index.ts';
import { findChoices, nameOf } from './find-choices.ts';

const person = (username: string, fullName = ''): Author => ({
  id: username,
  username,
  fullName,
  avatarUrl: null,
  isPrivate: false,
});
const PEOPLE = [person('mira', 'Mira Okafor'), person('jon', 'Jon Mirano'), person('mir', 'Someone'), person('mira')];
const named = (typed: string) => findChoices(PEOPLE, typed).map(({ username }) => username);

it('offers each person once, in their order, while nothing is typed', () => {
  expect(named('')).toEqual(['mira', 'jon', 'mir']);
  expect(named(' @ ')).toEqual(['mira', 'jon', 'mir']);
});

it('looks at the beginnings of usernames and names, the exact one first', () => {
  expect(named('mir')).toEqual(['mir', 'mira', 'jon']);
  expect(named('@MIRA')).toEqual(['mira', 'jon']);
  expect(named('jon mi')).toEqual(['jon']);
  expect(named('ira')).toEqual([]);
});

it('reads a name as people type it', () => {
  expect(nameOf(' @Mira ')).toBe('mira');
});
