import { invalidField } from '../../errors/index.ts';
import { isId } from '../../ids/index.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';

/** A place in a list ordered by time (Unix ms), ties by id. */
export type TimePlace = { at: number; id: string };

export function encodeTimeCursor(kind: string, place: TimePlace | undefined): string | null {
  return place ? encodeCursor(kind, [place.at, place.id]) : null;
}

export function decodeTimeCursor(kind: string, cursor: string | undefined): TimePlace | null {
  if (cursor === undefined) return null;
  const [at, id = ''] = decodeCursor(kind, cursor, 2);
  if (!Number.isSafeInteger(Number(at)) || !isId(id)) throw invalidField('cursor', 'is not a cursor of this list');
  return { at: Number(at), id };
}
