import { invalidField } from '../../errors/index.ts';
import { ID_LENGTH, isId } from '../../ids/snowflake.ts';
import { decodeCursor, encodeCursor } from '../paging/cursor.ts';
import { isShownText } from './shown-posts.ts';

/**
 * Which entries a ranked feed orders: those of a source from its cut, or else from `floor`, up to `top`. What lies below
 * follows in time order. `salt` makes the fingerprints of these entries differ from each other.
 */
export type Snapshot = { top: string; floor: string; cuts: string; salt: number };

/**
 * A place in a ranked feed. It needs nothing kept anywhere: `shown` names the entries of the snapshot that were shown.
 */
export type RankedPlace =
  | { phase: 'ranked'; snapshot: Snapshot; shown: string; lastAuthor: string }
  | { phase: 'older'; before: string; floor: string; cuts: string; position: number };

const RANKED = 'ranked';
const OLDER = 'older';
const MAX_SALT = 2 ** 16;

export function encodeRankedPlace(place: RankedPlace): string {
  if (place.phase === 'older') {
    return encodeCursor(OLDER, [place.before, place.floor, place.cuts, place.position]);
  }
  const { top, floor, cuts, salt } = place.snapshot;
  return `${encodeCursor(RANKED, [top, floor, cuts, salt, place.lastAuthor])}.${place.shown}`;
}

/** Reads a cursor of the ranked feed; a 422 on `cursor` for any other text. */
export function decodeRankedPlace(cursor: string): RankedPlace {
  const [head = '', shown, ...rest] = cursor.split('.');
  const place = rest.length > 0 ? undefined : shown === undefined ? decodeOlder(head) : decodeRanked(head, shown);
  if (!place) throw invalidField('cursor', 'is not a cursor of this list');
  return place;
}

function decodeRanked(head: string, shown: string): RankedPlace | undefined {
  const [top = '', floor = '', cuts = '', saltText, lastAuthor = ''] = decodeCursor(RANKED, head, 5);
  const salt = Number(saltText);
  const valid =
    isId(top) && isBound(floor) && isCuts(cuts) && isCount(salt, MAX_SALT) && isId(lastAuthor) && isShownText(shown);
  return valid ? { phase: 'ranked', snapshot: { top, floor, cuts, salt }, shown, lastAuthor } : undefined;
}

function decodeOlder(head: string): RankedPlace | undefined {
  const [before = '', floor = '', cuts = '', positionText] = decodeCursor(OLDER, head, 4);
  const position = Number(positionText);
  const valid = isId(before) && isBound(floor) && isCuts(cuts) && isCount(position, Number.MAX_SAFE_INTEGER);
  return valid ? { phase: 'older', before, floor, cuts, position } : undefined;
}

function isBound(id: string): boolean {
  return id === '' || isId(id);
}

function isCount(value: number, limit: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= limit;
}

function isCuts(text: string): boolean {
  if (text.length % (2 * ID_LENGTH) !== 0) return false;
  for (let i = 0; i < text.length; i += ID_LENGTH) {
    if (!isId(text.slice(i, i + ID_LENGTH))) return false;
  }
  return true;
}

/** Writes the cuts of sources, each from another entry than the floor. */
export function encodeCuts(cuts: ReadonlyMap<string, string>): string {
  let text = '';
  for (const [sourceId, from] of cuts) text += sourceId + from;
  return text;
}

export function decodeCuts(text: string): Map<string, string> {
  const cuts = new Map<string, string>();
  for (let i = 0; i < text.length; i += 2 * ID_LENGTH) {
    cuts.set(text.slice(i, i + ID_LENGTH), text.slice(i + ID_LENGTH, i + 2 * ID_LENGTH));
  }
  return cuts;
}
