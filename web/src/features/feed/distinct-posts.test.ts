import { expect, it } from 'vitest';
import { distinctPosts } from './distinct-posts.ts';

it('keeps the first of each in order', () => {
  const pages = [{ posts: [{ id: 'c' }, { id: 'b' }] }, { posts: [{ id: 'b' }, { id: 'a' }] }];
  expect(distinctPosts(pages).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  expect(distinctPosts([])).toEqual([]);
});
