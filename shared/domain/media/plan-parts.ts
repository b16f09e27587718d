/** R2's least part size; all parts but the last are equal. */
export const PART_BYTES = 5 * 1_024 * 1_024;

export type PlannedPart = { number: number; offset: number; size: number };

/** Cuts a file into the parts of a multipart upload, numbered from 1. */
export function planParts(size: number): PlannedPart[] {
  return Array.from({ length: Math.ceil(size / PART_BYTES) }, (_, index) => {
    const offset = index * PART_BYTES;
    return { number: index + 1, offset, size: Math.min(PART_BYTES, size - offset) };
  });
}
