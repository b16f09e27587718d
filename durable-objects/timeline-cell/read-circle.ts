import type { CellMemory } from './cell-memory.ts';

/** A list of likers is sorted by at most this many followees, 120 KB on their way to the Worker. */
const MAX_FOLLOWEES = 7_500;

/** Whom a user follows, and when they liked a post (Unix ms); null if they do not. */
export type Circle = { followees: string[]; likedAt: number | null };

/** What a list of a post's likers needs to know of its reader. */
export function readCircle(sql: SqlStorage, memory: CellMemory, userId: string, postId: string): Circle {
  const { sources } = memory.user(userId);
  const followees = [...sources.keys()].filter((id) => id !== userId).slice(0, MAX_FOLLOWEES);
  const [like] = sql
    .exec<{ at: number }>('SELECT at FROM likes WHERE user_id = ? AND post_id = ?', userId, postId)
    .toArray();
  return { followees, likedAt: like?.at ?? null };
}
