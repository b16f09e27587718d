import type { Post } from '../../../../shared/contracts/index.ts';

/** The post as it looks once the viewer likes it or no longer does; hidden counts stay hidden. */
export function likedPost(post: Post, liked: boolean): Post {
  if (post.viewer.liked === liked) return post;
  const likes = post.counts.likes === null ? null : Math.max(0, post.counts.likes + (liked ? 1 : -1));
  return { ...post, viewer: { ...post.viewer, liked }, counts: { ...post.counts, likes } };
}
