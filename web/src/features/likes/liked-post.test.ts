import { expect, it } from 'vitest';
import { aPost } from '../posts/a-post.ts';
import { likedPost } from './liked-post.ts';

it('counts the viewer once', () => {
  const post = aPost({ counts: { likes: 4, comments: 0, shares: 0 } });
  const liked = likedPost(post, true);
  expect(liked).toMatchObject({ viewer: { liked: true }, counts: { likes: 5 } });
  expect(likedPost(liked, true)).toBe(liked);
  expect(likedPost(liked, false)).toEqual(post);
});

it('keeps hidden counts hidden', () => {
  const post = aPost({ counts: { likes: null, comments: 0, shares: 0 } });
  expect(likedPost(post, true).counts.likes).toBeNull();
});
