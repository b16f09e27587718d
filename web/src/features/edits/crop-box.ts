import type { PictureEdits } from '../../../../shared/contracts/index.ts';

/** A part of a picture in fractions of its sides. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
export type Corner = 'nw' | 'ne' | 'sw' | 'se';
type Turn = PictureEdits['rotate'];

export const WHOLE_BOX: Box = { x: 0, y: 0, width: 1, height: 1 };
/** Smaller than this a finger cannot grip it. */
const LEAST = 0.1;

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** Where a part of the upright picture lies once the picture is turned clockwise. */
export function turnBox({ x, y, width, height }: Box, turn: Turn): Box {
  if (turn === 90) return { x: 1 - y - height, y: x, width: height, height: width };
  if (turn === 180) return { x: 1 - x - width, y: 1 - y - height, width, height };
  if (turn === 270) return { x: y, y: 1 - x - width, width: height, height: width };
  return { x, y, width, height };
}

/** The way back: from the turned picture, as it is seen, to the upright one, as the crop is stored. */
export function unturnBox(box: Box, turn: Turn): Box {
  return turnBox(box, ((360 - turn) % 360) as Turn);
}

export function moveBox(box: Box, byX: number, byY: number): Box {
  return { ...box, x: clamp(box.x + byX, 0, 1 - box.width), y: clamp(box.y + byY, 0, 1 - box.height) };
}

/**
 * Pulls one corner while the opposite one stays. `ratio` is width over height in fractions of the picture, so a square of a
 * 3:2 picture has 2/3; null leaves both sides free.
 */
export function resizeBox(box: Box, corner: Corner, byX: number, byY: number, ratio: number | null): Box {
  const [west, north] = [corner.endsWith('w'), corner.startsWith('n')];
  const anchorX = west ? box.x + box.width : box.x;
  const anchorY = north ? box.y + box.height : box.y;
  const mostWidth = west ? anchorX : 1 - anchorX;
  const mostHeight = north ? anchorY : 1 - anchorY;
  let width = clamp(box.width + (west ? -byX : byX), LEAST, mostWidth);
  let height = clamp(box.height + (north ? -byY : byY), LEAST, mostHeight);
  if (ratio !== null) {
    width = Math.min(mostWidth, Math.max(LEAST, width), mostHeight * ratio);
    height = width / ratio;
  }
  return { x: west ? anchorX - width : anchorX, y: north ? anchorY - height : anchorY, width, height };
}

/** The largest part of that ratio in the middle of the picture. */
export function largestBox(ratio: number): Box {
  const width = Math.min(1, ratio);
  const height = Math.min(1, 1 / ratio);
  return { x: (1 - width) / 2, y: (1 - height) / 2, width, height };
}

/** Whether a crop keeps everything but a sliver. */
export function isWhole({ width, height }: Box): boolean {
  return width > 0.995 && height > 0.995;
}
