import { expect, it } from 'vitest';
import { mayTag, type TagFacts } from './may-tag.ts';

const STRANGER: TagFacts = { self: false, taggableBy: 'everyone', followsAuthor: false, blocked: false };

it.each([
  ['a stranger who takes tags of everyone', {}, true],
  ['a stranger who takes tags of those they follow', { taggableBy: 'following' }, false],
  ['a follower who takes tags of those they follow', { taggableBy: 'following', followsAuthor: true }, true],
  ['a follower who takes none', { taggableBy: 'nobody', followsAuthor: true }, false],
  ['somebody whom a block parts', { followsAuthor: true, blocked: true }, false],
  ['oneself, whatever one chose', { self: true, taggableBy: 'nobody' }, true],
] as const)('%s', (_, facts, allowed) => {
  expect(mayTag({ ...STRANGER, ...facts })).toBe(allowed);
});
