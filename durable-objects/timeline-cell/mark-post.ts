import type { Outcome } from '../../shared/errors/index.ts';
import type { CellMemory, UserState } from './cell-memory.ts';
import { isMarked } from './read-home.ts';

/** A post that a user acts on, with what its card says of its author. */
export type MarkTarget = { userId: string; postId: string; authorId: string; authorIsPrivate: boolean };

export type LikeResult = { liked: boolean; pendingLikes: number };

/** Whether the cell's user may see posts of the author: nobody blocks, and a private author is followed. */
export function canSeeAuthor(user: UserState, authorId: string, authorIsPrivate: boolean): boolean {
  if (authorId === user.id) return true;
  const relation = user.relations.get(authorId);
  if (relation?.blocking || relation?.blockedBy) return false;
  return !authorIsPrivate || user.sources.has(authorId);
}

/** Likes or unlikes a post once, and moves what this cell contributes to its count. Runs in one transaction. */
export function markLike(
  sql: SqlStorage,
  memory: CellMemory,
  target: MarkTarget,
  liked: boolean,
  now: number,
): Outcome<LikeResult, 'not-found'> {
  memory.requireWritable(target.userId);
  const user = memory.user(target.userId);
  if (!canSeeAuthor(user, target.authorId, target.authorIsPrivate)) return { ok: false, code: 'not-found' };
  if (isMarked(sql, 'likes', user.liked, user.id, target.postId) !== liked) {
    writeMark(sql, 'likes', target, liked, now);
    const { pending } = sql
      .exec<{ pending: number }>(
        `INSERT INTO like_totals (post_id, likes, sequence) VALUES (?1, max(?2, 0), 1)
         ON CONFLICT (post_id) DO UPDATE SET likes = likes + ?2, sequence = sequence + 1
         RETURNING likes - reported_likes AS pending`,
        target.postId,
        liked ? 1 : -1,
      )
      .one();
    memory.pendingLikes.set(target.postId, pending);
    moveMark(user.liked.ids, target.postId, liked);
  }
  return { ok: true, value: { liked, pendingLikes: memory.pendingLikes.get(target.postId) ?? 0 } };
}

/** Saves a post for later, or takes it off the list. */
export function markSave(
  sql: SqlStorage,
  memory: CellMemory,
  target: MarkTarget,
  saved: boolean,
  now: number,
): Outcome<{ saved: boolean }, 'not-found'> {
  memory.requireWritable(target.userId);
  const user = memory.user(target.userId);
  if (!canSeeAuthor(user, target.authorId, target.authorIsPrivate)) return { ok: false, code: 'not-found' };
  writeMark(sql, 'saves', target, saved, now);
  moveMark(user.saved.ids, target.postId, saved);
  return { ok: true, value: { saved } };
}

function writeMark(
  sql: SqlStorage,
  table: 'likes' | 'saves',
  { userId, postId }: MarkTarget,
  set: boolean,
  now: number,
): void {
  if (set) sql.exec(`INSERT OR IGNORE INTO ${table} (user_id, post_id, at) VALUES (?, ?, ?)`, userId, postId, now);
  else sql.exec(`DELETE FROM ${table} WHERE user_id = ? AND post_id = ?`, userId, postId);
}

function moveMark(ids: Set<string>, postId: string, set: boolean): void {
  if (set) ids.add(postId);
  else ids.delete(postId);
}
