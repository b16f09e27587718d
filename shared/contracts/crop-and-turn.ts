import type { PictureEdits } from './picture-edits.ts';

/** RGBA, four bytes a pixel, as `ImageData` has it. */
export type PlainPixels = { width: number; height: number; data: Uint8ClampedArray };

/** The part of a picture that its crop keeps, turned clockwise; the picture itself when there is nothing to do. */
export function cropAndTurn(
  picture: PlainPixels,
  { crop, rotate }: Pick<PictureEdits, 'crop' | 'rotate'>,
): PlainPixels {
  if (!crop && rotate === 0) return picture;
  const left = Math.round((crop?.x ?? 0) * picture.width);
  const top = Math.round((crop?.y ?? 0) * picture.height);
  const columns = Math.max(1, Math.min(picture.width - left, Math.round((crop?.width ?? 1) * picture.width)));
  const rows = Math.max(1, Math.min(picture.height - top, Math.round((crop?.height ?? 1) * picture.height)));
  const [width, height] = rotate % 180 === 0 ? [columns, rows] : [rows, columns];
  const from = new Uint32Array(picture.data.buffer, picture.data.byteOffset, picture.width * picture.height);
  const data = new Uint8ClampedArray(width * height * 4);
  const to = new Uint32Array(data.buffer);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      to[target(x, y, columns, rows, rotate)] = from[(top + y) * picture.width + left + x] ?? 0;
    }
  }
  return { width, height, data };
}

/** Where a pixel of the crop comes to lie. */
function target(x: number, y: number, columns: number, rows: number, rotate: PictureEdits['rotate']): number {
  if (rotate === 90) return x * rows + (rows - 1 - y);
  if (rotate === 180) return (rows - 1 - y) * columns + (columns - 1 - x);
  if (rotate === 270) return (columns - 1 - x) * rows + y;
  return y * columns + x;
}
