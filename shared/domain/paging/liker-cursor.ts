import { invalidField } from '../../errors/index.ts';
import { isId } from '../../ids/index.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { TimePlace } from './time-cursor.ts';

/** A place in a list of likers: among those whom the reader follows, who come first, or among all others. */
export type LikerPlace = TimePlace & { followed: boolean };

const KIND = 'likers';
const FOLLOWED = 'followed';
const OTHER = 'other';

export function encodeLikerCursor(place: LikerPlace | undefined): string | null {
  return place ? encodeCursor(KIND, [place.followed ? FOLLOWED : OTHER, place.at, place.id]) : null;
}

export function decodeLikerCursor(cursor: string | undefined): LikerPlace | null {
  if (cursor === undefined) return null;
  const [group, at, id = ''] = decodeCursor(KIND, cursor, 3);
  const known = group === FOLLOWED || group === OTHER;
  if (!known || !Number.isSafeInteger(Number(at)) || !isId(id)) {
    throw invalidField('cursor', 'is not a cursor of this list');
  }
  return { followed: group === FOLLOWED, at: Number(at), id };
}
