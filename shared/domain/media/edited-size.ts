import type { PictureEdits } from '../../contracts/index.ts';

type Size = { width: number; height: number };

/** What is left of an upright picture's pixels after its crop and turn. */
export function editedSize({ width, height }: Size, edits: PictureEdits | null): Size {
  if (!edits) return { width, height };
  const columns = Math.max(1, Math.round(width * (edits.crop?.width ?? 1)));
  const rows = Math.max(1, Math.round(height * (edits.crop?.height ?? 1)));
  return edits.rotate % 180 === 0 ? { width: columns, height: rows } : { width: rows, height: columns };
}
