import { describe, expect, it } from 'vitest';
import type { Post } from '../../../../shared/contracts/index.ts';
import { aPost } from './a-post.ts';
import { patchPost } from './patch-post.ts';

const like = (post: Post): Post => ({ ...post, viewer: { ...post.viewer, liked: true } });

describe('patchPost', () => {
  const first = aPost({ id: '0000000000001' });
  const second = aPost({ id: '0000000000002' });

  it('reaches into endless lists, pages and single posts', () => {
    const list = {
      pages: [
        { posts: [first], nextCursor: 'x' },
        { posts: [second], nextCursor: null },
      ],
      pageParams: [],
    };
    const patched = patchPost(list, second.id, like) as typeof list;
    expect(patched.pages[1]?.posts[0]?.viewer.liked).toBe(true);
    expect(patched.pages[0]).toBe(list.pages[0]);
    expect((patchPost({ posts: [first] }, first.id, like) as { posts: Post[] }).posts[0]?.viewer.liked).toBe(true);
    expect((patchPost(first, first.id, like) as Post).viewer.liked).toBe(true);
  });

  it('keeps the identity of what does not hold the post', () => {
    const list = { pages: [{ posts: [first], nextCursor: null }], pageParams: [] };
    expect(patchPost(list, second.id, like)).toBe(list);
    expect(patchPost(second, first.id, like)).toBe(second);
    expect(patchPost(undefined, first.id, like)).toBeUndefined();
  });

  it('takes a deleted post out', () => {
    const list = { pages: [{ posts: [first, second], nextCursor: null }], pageParams: [] };
    const patched = patchPost(list, first.id, () => null) as typeof list;
    expect(patched.pages[0]?.posts).toEqual([second]);
  });
});
