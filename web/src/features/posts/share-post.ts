import type { Post } from '../../../../shared/contracts/index.ts';
import { notify, notifyError } from '../../ui/notify.ts';

export function postLink(id: string): string {
  return new URL(`/p/${id}`, window.location.origin).href;
}

export async function copyPostLink(id: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(postLink(id));
    notify('Link copied.');
  } catch {
    notifyError(`The link could not be copied. It is ${postLink(id)}`);
  }
}

/** The phone's own share sheet where there is one, else the link on the clipboard. */
export async function sharePost(post: Pick<Post, 'id' | 'author'>): Promise<void> {
  const isTouch = window.matchMedia('(pointer: coarse)').matches;
  if (!isTouch || !navigator.share) return copyPostLink(post.id);
  try {
    await navigator.share({ title: `A post by ${post.author.username}`, url: postLink(post.id) });
  } catch {
    // The sheet was closed: nothing to do.
  }
}
