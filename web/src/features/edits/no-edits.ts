import type { PictureEdits } from '../../../../shared/contracts/index.ts';

export const NO_EDITS: PictureEdits = {
  intensity: 1,
  rotate: 0,
  brightness: 0,
  contrast: 0,
  saturation: 0,
  warmth: 0,
  vignette: 0,
};

/** Whether nothing is done to the picture. */
export function isUnedited({ name, intensity, crop, rotate, ...amounts }: PictureEdits): boolean {
  const filtered = name !== undefined && intensity > 0;
  return !filtered && !crop && rotate === 0 && Object.values(amounts).every((amount) => amount === 0);
}
