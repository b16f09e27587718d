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

/** Whether the device has a share sheet of its own worth opening. */
export function mayShareElsewhere(): boolean {
  return Boolean(navigator.share) && window.matchMedia('(pointer: coarse)').matches;
}

/** Opens the share sheet of the device. */
export async function shareElsewhere(post: Pick<Post, 'id' | 'author'>): Promise<void> {
  try {
    await navigator.share({ title: `A post by ${post.author.username}`, url: postLink(post.id) });
  } catch {
    // The sheet was closed: nothing to do.
  }
}

/** For a visitor, who writes to nobody: the share sheet where there is one, else the link on the clipboard. */
export function shareLink(post: Pick<Post, 'id' | 'author'>): Promise<void> {
  return mayShareElsewhere() ? shareElsewhere(post) : copyPostLink(post.id);
}
