import type { Post } from '../../../../shared/contracts/index.ts';

/** The post as it looks once the viewer passes it on, or takes that back. */
export function sharedPost(post: Post, shared: boolean): Post {
  if (post.viewer.shared === shared) return post;
  const shares = Math.max(0, post.counts.shares + (shared ? 1 : -1));
  return { ...post, viewer: { ...post.viewer, shared }, counts: { ...post.counts, shares } };
}
