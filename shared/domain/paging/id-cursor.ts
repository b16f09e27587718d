import { invalidField } from '../../errors/index.ts';
import { isId } from '../../ids/index.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';

/** A place in a list ordered by id. */
export function encodeIdCursor(kind: string, id: string | null): string | null {
  return id === null ? null : encodeCursor(kind, [id]);
}

export function decodeIdCursor(kind: string, cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  const [id = ''] = decodeCursor(kind, cursor, 1);
  if (!isId(id)) throw invalidField('cursor', 'is not a cursor of this list');
  return id;
}
