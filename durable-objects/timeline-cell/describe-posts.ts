import type { PendingLikes } from '../../shared/domain/likes/pending-likes.ts';
import type { CellMemory } from './cell-memory.ts';
import { isMarked } from './read-home.ts';
import { sharedPosts } from './reposts.ts';

export type PostMarks = { liked: boolean; saved: boolean; shared: boolean; pendingLikes: PendingLikes };

/** The user's marks on each post, in their order. */
export function describePosts(
  sql: SqlStorage,
  memory: CellMemory,
  userId: string,
  postIds: readonly string[],
): PostMarks[] {
  const user = memory.user(userId);
  const shared = sharedPosts(user);
  return postIds.map((postId) => ({
    liked: isMarked(sql, 'likes', user.liked, userId, postId),
    saved: isMarked(sql, 'saves', user.saved, userId, postId),
    shared: shared.has(postId),
    pendingLikes: memory.pendingLikes.list(postId),
  }));
}
