/** Where a share of a photo's width and height lies in a box that shows the photo whole, in shares of the box. */
export function placeInFrame(
  at: { x: number; y: number },
  photoRatio: number,
  frameRatio: number,
): { x: number; y: number } {
  const width = Math.min(1, photoRatio / frameRatio);
  const height = Math.min(1, frameRatio / photoRatio);
  return { x: (1 - width) / 2 + at.x * width, y: (1 - height) / 2 + at.y * height };
}

/** The way back: from a place in the box to a share of the photo, or null beside it. */
export function placeOnPhoto(
  at: { x: number; y: number },
  photoRatio: number,
  frameRatio: number,
): { x: number; y: number } | null {
  const width = Math.min(1, photoRatio / frameRatio);
  const height = Math.min(1, frameRatio / photoRatio);
  const place = { x: (at.x - (1 - width) / 2) / width, y: (at.y - (1 - height) / 2) / height };
  const isInside = place.x >= 0 && place.x <= 1 && place.y >= 0 && place.y <= 1;
  return isInside ? place : null;
}
