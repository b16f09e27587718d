import { expect, it } from 'vitest';
import { aPost } from '../posts/a-post.ts';
import { sharedPost } from './shared-post.ts';

it('counts the viewer once', () => {
  const post = aPost({ counts: { likes: 0, comments: 0, shares: 2 } });
  const shared = sharedPost(post, true);
  expect(shared).toMatchObject({ viewer: { shared: true }, counts: { shares: 3 } });
  expect(sharedPost(shared, true)).toBe(shared);
  expect(sharedPost(shared, false)).toEqual(post);
});
