import { invalidField } from '../../errors/index.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';

/** A place in an inbox, newest first; ties by key. */
export type NoticePlace = { at: number; key: string };

const KIND = 'notifications';
const KEY = /^[a-z-]+(:[0-9a-z]+)?$/;

export function encodeNoticeCursor(place: NoticePlace | undefined): string | null {
  return place ? encodeCursor(KIND, [place.at, place.key]) : null;
}

export function decodeNoticeCursor(cursor: string | undefined): NoticePlace | null {
  if (cursor === undefined) return null;
  const [at, key = ''] = decodeCursor(KIND, cursor, 2);
  if (!Number.isSafeInteger(Number(at)) || !KEY.test(key)) throw invalidField('cursor', 'is not a cursor of this list');
  return { at: Number(at), key };
}
