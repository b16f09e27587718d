import type { TimelineEntry } from '../../shared/domain/timelines/merge-newest.ts';
import { isLeftOut } from '../../shared/domain/visibility/can-see-posts.ts';
import type { UserState } from './user-state.ts';

const NONE: ReadonlySet<string> = new Set();

/** The posts that the user passed on to their followers, as far back as the cell holds what the user published. */
export function sharedPosts(user: UserState): ReadonlySet<string> {
  const own = user.sources.get(user.id)?.entries ?? [];
  if (own.every(({ authorId }) => authorId === undefined)) return NONE;
  return new Set(own.filter(({ authorId }) => authorId !== undefined).map(({ postId }) => postId));
}

/**
 * Which reposts of a page do not show: of the user's own posts, of people whom the user mutes or whom a block parts, and
 * of what the page shows already, be it the post itself or an earlier repost of it.
 */
export function hideReposts(user: UserState, page: readonly TimelineEntry[]): (entry: TimelineEntry) => boolean {
  if (page.every(({ authorId }) => authorId === undefined)) return () => false;
  const shown = new Set(page.filter(({ authorId }) => authorId === undefined).map(({ postId }) => postId));
  return ({ authorId, postId }) => {
    if (authorId === undefined) return false;
    if (authorId === user.id || isLeftOut(user.relations.get(authorId))) return true;
    return shown.size === shown.add(postId).size;
  };
}
