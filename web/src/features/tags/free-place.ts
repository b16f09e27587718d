import type { Place } from './place-in-frame.ts';

/** Names need more room beside than above one another. */
const WIDE = 0.2;
const HIGH = 0.1;

const COLUMNS = [0.5, 0.2, 0.8];
/** From the middle outwards. */
const ROWS = [0.5, 0.36, 0.64, 0.22, 0.78, 0.08, 0.92];
const PLACES: readonly Place[] = COLUMNS.flatMap((x) => ROWS.map((y) => ({ x, y })));

/** Where a tag goes that nobody gave a place: as near to the middle as no other name is in the way. */
export function freePlace(taken: readonly Place[]): Place {
  const isFree = ({ x, y }: Place) =>
    taken.every((other) => Math.abs(other.x - x) >= WIDE || Math.abs(other.y - y) >= HIGH);
  return PLACES.find(isFree) ?? { x: 0.5, y: 0.5 };
}
