import { invalidField } from '../../errors/index.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';

/** A place in a list of conversations: the time of the newest message (Unix ms), ties by id. */
export type ConversationPlace = { at: number; id: string };

const KIND = 'conversations';
const ID = /^[0-9a-z]{13}-[0-9a-z]{13}$/;

export function encodeConversationCursor(folder: string, place: ConversationPlace | undefined): string | null {
  return place ? encodeCursor(`${KIND}-${folder}`, [place.at, place.id]) : null;
}

export function decodeConversationCursor(folder: string, cursor: string | undefined): ConversationPlace | null {
  if (cursor === undefined) return null;
  const [at, id = ''] = decodeCursor(`${KIND}-${folder}`, cursor, 2);
  if (!Number.isSafeInteger(Number(at)) || !ID.test(id)) throw invalidField('cursor', 'is not a cursor of this list');
  return { at: Number(at), id };
}

/** A place among messages: the number that the conversation gave it. */
export function encodeMessageCursor(number: number | undefined): string | null {
  return number === undefined ? null : encodeCursor('messages', [number]);
}

export function decodeMessageCursor(cursor: string | undefined): number | null {
  if (cursor === undefined) return null;
  const [number] = decodeCursor('messages', cursor, 1);
  if (!Number.isSafeInteger(Number(number))) throw invalidField('cursor', 'is not a cursor of this list');
  return Number(number);
}
