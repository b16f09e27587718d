import { MAX_CURSOR_LENGTH } from '../../contracts/index.ts';
import { invalidField } from '../../errors/index.ts';
import { ID_LENGTH, isId } from '../../ids/index.ts';

/**
 * A place in a feed, by the cursor of its order, and the posts that the scroll has shown because somebody passed them on:
 * what of these lies further down, another repost or the post itself, would repeat them.
 */
export type FeedPlace = { cursor: string; passedOn: readonly string[] };

/** No cursor of an order holds it. */
const MARK = '~';

/** Past what a cursor may hold (300 posts below a latest feed), the posts shown longest ago are forgotten. */
export function encodeFeedCursor({ cursor, passedOn }: FeedPlace): string {
  if (passedOn.length === 0) return cursor;
  const room = Math.floor((MAX_CURSOR_LENGTH - cursor.length - MARK.length) / ID_LENGTH);
  return cursor + MARK + (room > 0 ? passedOn.slice(-room).join('') : '');
}

/** Reads what `encodeFeedCursor` wrote; a 422 on `cursor` when what follows the mark is no list of posts. */
export function decodeFeedCursor(text: string): FeedPlace {
  const [cursor = '', ids = '', ...rest] = text.split(MARK);
  const passedOn = Array.from({ length: Math.ceil(ids.length / ID_LENGTH) }, (_, at) =>
    ids.slice(at * ID_LENGTH, (at + 1) * ID_LENGTH),
  );
  if (rest.length > 0 || !passedOn.every(isId)) throw invalidField('cursor', 'is not a cursor of this list');
  return { cursor, passedOn };
}
