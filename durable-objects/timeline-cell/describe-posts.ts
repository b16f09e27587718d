import type { CellMemory } from './cell-memory.ts';
import { isMarked } from './read-home.ts';

export type PostMarks = { liked: boolean; saved: boolean; pendingLikes: number };

/** The user's marks on each post, in their order. */
export function describePosts(
  sql: SqlStorage,
  memory: CellMemory,
  userId: string,
  postIds: readonly string[],
): PostMarks[] {
  const user = memory.user(userId);
  return postIds.map((postId) => ({
    liked: isMarked(sql, 'likes', user.liked, userId, postId),
    saved: isMarked(sql, 'saves', user.saved, userId, postId),
    pendingLikes: memory.pendingLikes.get(postId) ?? 0,
  }));
}
