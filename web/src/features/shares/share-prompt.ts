import type { Post } from '../../../../shared/contracts/index.ts';

/** The post that is being shared; null when none is. It lives beside the posts, which come and go. */
let asked: Post | null = null;
const listeners = new Set<() => void>();

function set(post: Post | null): void {
  asked = post;
  for (const listener of listeners) listener();
}

export const openShare = (post: Post) => set(post);
export const closeShare = () => set(null);
export const readShare = () => asked;

export function subscribeShare(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
