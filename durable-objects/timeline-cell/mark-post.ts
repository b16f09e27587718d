import type { LikeResult, MarkTarget } from '../../shared/domain/likes/like-act.ts';
import type { Outcome } from '../../shared/errors/index.ts';
import type { CellMemory } from './cell-memory.ts';
import type { Ranking } from './ranking.ts';
import { isMarked } from './read-home.ts';
import type { UserState } from './user-state.ts';

function canSeeTarget(user: UserState, { authorId, authorIsPrivate, archived }: MarkTarget): boolean {
  return !archived && canSeeAuthor(user, authorId, authorIsPrivate);
}

/** Whether the cell's user may see posts of the author: nobody blocks, and a private author is followed. */
export function canSeeAuthor(user: UserState, authorId: string, authorIsPrivate: boolean): boolean {
  if (authorId === user.id) return true;
  const relation = user.relations.get(authorId);
  if (relation?.blocking || relation?.blockedBy) return false;
  return !authorIsPrivate || user.sources.has(authorId);
}

/**
 * Likes or unlikes a post once, and moves what this cell contributes to its count. A like can be taken back also when its
 * user may no longer see the post, who then does not hear of its count. Runs in one transaction.
 */
export function markLike(
  sql: SqlStorage,
  memory: CellMemory,
  ranking: Ranking,
  target: MarkTarget,
  liked: boolean,
  now: number,
): Outcome<LikeResult, 'not-found'> {
  memory.requireWritable(target.userId);
  const user = memory.user(target.userId);
  const isLiked = isMarked(sql, 'likes', user.liked, user.id, target.postId);
  const isVisible = canSeeTarget(user, target);
  if (!isVisible && (liked || !isLiked)) return { ok: false, code: 'not-found' };
  if (isLiked !== liked) {
    const markedAt = writeLike(sql, target, liked, now);
    memory.pendingLikes.count(target.postId, liked ? 1 : -1);
    memory.dueLikers.note();
    moveMark(user.liked.ids, target.postId, liked);
    rewardAuthor(ranking, user, target, { act: 'like', doneAt: markedAt, taken: !liked }, now);
  }
  return { ok: true, value: { liked, pendingLikes: isVisible ? memory.pendingLikes.get(target.postId) : null } };
}

/** Saves a post for later, or takes it off the list, as `markLike` does. Runs in one transaction. */
export function markSave(
  sql: SqlStorage,
  memory: CellMemory,
  ranking: Ranking,
  target: MarkTarget,
  saved: boolean,
  now: number,
): Outcome<{ saved: boolean }, 'not-found'> {
  memory.requireWritable(target.userId);
  const user = memory.user(target.userId);
  const mayTakeBack = !saved && isMarked(sql, 'saves', user.saved, user.id, target.postId);
  const isVisible = canSeeTarget(user, target);
  if (!isVisible && !mayTakeBack) return { ok: false, code: 'not-found' };
  const markedAt = writeSave(sql, target, saved, now);
  moveMark(user.saved.ids, target.postId, saved);
  if (user.head) user.head.page = undefined;
  rewardAuthor(ranking, user, target, { act: 'save', doneAt: markedAt, taken: !saved }, now);
  return { ok: true, value: { saved } };
}

/** When the like that came or went was made; undefined when nothing changed. One that went stays, at its next version. */
function writeLike(sql: SqlStorage, { userId, postId }: MarkTarget, liked: boolean, now: number): number | undefined {
  const statement = liked
    ? sql.exec<{ at: number }>(
        `INSERT INTO like_marks (user_id, post_id, at) VALUES (?, ?, ?)
         ON CONFLICT (user_id, post_id) DO UPDATE SET at = excluded.at, liked = 1, version = version + 1 WHERE NOT liked
         RETURNING at`,
        userId,
        postId,
        now,
      )
    : sql.exec<{ at: number }>(
        `UPDATE like_marks SET liked = 0, version = version + 1 WHERE user_id = ? AND post_id = ? AND liked RETURNING at`,
        userId,
        postId,
      );
  return statement.toArray()[0]?.at;
}

/** The same of a save, of which nothing stays. */
function writeSave(sql: SqlStorage, { userId, postId }: MarkTarget, saved: boolean, now: number): number | undefined {
  const statement = saved
    ? sql.exec<{ at: number }>(
        `INSERT OR IGNORE INTO saves (user_id, post_id, at) VALUES (?, ?, ?) RETURNING at`,
        userId,
        postId,
        now,
      )
    : sql.exec<{ at: number }>('DELETE FROM saves WHERE user_id = ? AND post_id = ? RETURNING at', userId, postId);
  return statement.toArray()[0]?.at;
}

type Reward = { act: 'like' | 'save'; doneAt: number | undefined; taken: boolean };

/** A mark brings its author nearer; taking it back takes what decay left of that. */
function rewardAuthor(
  ranking: Ranking,
  user: UserState,
  { authorId }: MarkTarget,
  { act, doneAt, taken }: Reward,
  now: number,
): void {
  if (doneAt === undefined) return;
  ranking.affinities.add(user, { authorId, act, doneAt, taken }, now);
  ranking.noteAct(user);
}

function moveMark(ids: Set<string>, postId: string, set: boolean): void {
  if (set) ids.add(postId);
  else ids.delete(postId);
}
