import type { Place } from './place-in-frame.ts';

/** Moves a name that begins at its place so that none of it lies beside the photo, however near the edge that is. */
export function anchorName({ x, y }: Place): { translate: string } {
  return { translate: `${-100 * x || 0}% ${-100 * y || 0}%` };
}

type Box = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;

/** Where in the window the place of such a name is, by the box that it takes. */
export function heldAt({ x, y }: Place, { left, top, width, height }: Box): Place {
  return { x: left + x * width, y: top + y * height };
}
