import { invalidField } from '../../errors/index.ts';
import { isId } from '../../ids/index.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';

/**
 * A place in the comments of a post, by score, ties by id. It keeps which comment the first page showed as pinned: the
 * other pages leave that one out, and no other, whatever is pinned meanwhile.
 */
export type CommentsPlace = { score: number; id: string; pinnedId: string | null };

export function encodeCommentsCursor(kind: string, { score, id, pinnedId }: CommentsPlace): string {
  return encodeCursor(kind, [score, id, pinnedId ?? '']);
}

export function decodeCommentsCursor(kind: string, cursor: string | undefined): CommentsPlace | null {
  if (cursor === undefined) return null;
  const [score, id = '', pinnedId = ''] = decodeCursor(kind, cursor, 3);
  if (!Number.isFinite(Number(score)) || !isId(id) || !(pinnedId === '' || isId(pinnedId))) {
    throw invalidField('cursor', 'is not a cursor of this list');
  }
  return { score: Number(score), id, pinnedId: pinnedId || null };
}
