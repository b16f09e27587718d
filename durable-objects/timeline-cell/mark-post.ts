import type { LikedTarget, LikeResult, MarkTarget } from '../../shared/domain/likes/like-act.ts';
import { likesBeside, NOTHING_COUNTED } from '../../shared/domain/likes/pending-likes.ts';
import { canSeePosts } from '../../shared/domain/visibility/can-see-posts.ts';
import type { Outcome } from '../../shared/errors/index.ts';
import type { CellMemory } from './cell-memory.ts';
import type { MarkedLikes } from './marked-likes.ts';
import type { Ranking } from './ranking.ts';
import { isMarked } from './read-home.ts';
import { rewardAuthor } from './reward-author.ts';
import type { UserState } from './user-state.ts';

function canSeeTarget(user: UserState, { authorId, authorIsPrivate, archived }: MarkTarget): boolean {
  return !archived && canSeeAuthor(user, authorId, authorIsPrivate);
}

/** Whether the cell's user may see posts of the author; whom they follow is looked up for a private one only. */
export function canSeeAuthor(user: UserState, authorId: string, authorIsPrivate: boolean): boolean {
  const standing = { ...user.relations.get(authorId), following: authorIsPrivate && user.sources.has(authorId) };
  return canSeePosts(user.id, { id: authorId, isPrivate: authorIsPrivate }, standing);
}

/**
 * Likes or unlikes a post once, and moves what this cell contributes to its count. A like can be taken back also when its
 * user may no longer see the post, who then does not hear of its count. Runs in one transaction.
 */
export function markLike(
  sql: SqlStorage,
  memory: CellMemory,
  marks: MarkedLikes,
  target: LikedTarget,
  liked: boolean,
  now: number,
): Outcome<LikeResult, 'not-found'> {
  memory.requireWritable(target.userId);
  const user = memory.user(target.userId);
  marks.settle(target.userId, target.postId);
  const isLiked = isMarked(sql, 'likes', user.liked, user.id, target.postId);
  const isVisible = canSeeTarget(user, target);
  if (!isVisible && (liked || !isLiked)) return { ok: false, code: 'not-found' };
  if (isLiked !== liked) {
    marks.add({ target, liked, now });
    memory.pendingLikes.count(target.postId, liked ? 1 : -1);
    memory.dueLikers.note();
    moveMark(user.liked.ids, target.postId, liked);
  }
  const pendingLikes = isVisible
    ? likesBeside(memory.pendingLikes.list(target.postId), target.countedTo ?? NOTHING_COUNTED)
    : null;
  return { ok: true, value: { liked, pendingLikes } };
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
  if (markedAt !== undefined) {
    rewardAuthor(ranking, user, target, { act: 'save', doneAt: markedAt, taken: !saved }, now);
    ranking.affinities.write();
  }
  return { ok: true, value: { saved } };
}

/** When the save that came or went was made; undefined when nothing changed. */
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

function moveMark(ids: Set<string>, postId: string, set: boolean): void {
  if (set) ids.add(postId);
  else ids.delete(postId);
}
