import { invalidField } from '../../errors/index.ts';
import { isId } from '../../ids/index.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';

/** A place in a list ordered by score, ties by id. */
export type ScorePlace = { score: number; id: string };

export function encodeScoreCursor(kind: string, place: ScorePlace | undefined): string | null {
  return place ? encodeCursor(kind, [place.score, place.id]) : null;
}

export function decodeScoreCursor(kind: string, cursor: string | undefined): ScorePlace | null {
  if (cursor === undefined) return null;
  const [score, id = ''] = decodeCursor(kind, cursor, 2);
  if (!Number.isFinite(Number(score)) || !isId(id)) throw invalidField('cursor', 'is not a cursor of this list');
  return { score: Number(score), id };
}
