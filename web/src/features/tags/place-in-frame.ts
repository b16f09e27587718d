/** Shares of a width and a height, from the left and the top. */
export interface Place {
  x: number;
  y: number;
}

/** What of the box a photo takes that is shown whole in it. */
function shareOfFrame(photoRatio: number, frameRatio: number): { width: number; height: number } {
  return { width: Math.min(1, photoRatio / frameRatio), height: Math.min(1, frameRatio / photoRatio) };
}

/** Where a share of a photo's width and height lies in a box that shows the photo whole, in shares of the box. */
export function placeInFrame(at: Place, photoRatio: number, frameRatio: number): Place {
  const { width, height } = shareOfFrame(photoRatio, frameRatio);
  return { x: (1 - width) / 2 + at.x * width, y: (1 - height) / 2 + at.y * height };
}

/** The way back: from a place in the box to a share of the photo, or null beside it. */
export function placeOnPhoto(at: Place, photoRatio: number, frameRatio: number): Place | null {
  const place = shareOfPhoto(at, photoRatio, frameRatio);
  const isInside = place.x >= 0 && place.x <= 1 && place.y >= 0 && place.y <= 1;
  return isInside ? place : null;
}

/** The same, and beside the photo the place on its edge that is nearest. */
export function nearestOnPhoto(at: Place, photoRatio: number, frameRatio: number): Place {
  return keepOnPhoto(shareOfPhoto(at, photoRatio, frameRatio));
}

/** A place on the photo, to a thousandth of it: nobody points more exactly. */
export function keepOnPhoto({ x, y }: Place): Place {
  const keep = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 1_000) / 1_000;
  return { x: keep(x), y: keep(y) };
}

function shareOfPhoto(at: Place, photoRatio: number, frameRatio: number): Place {
  const { width, height } = shareOfFrame(photoRatio, frameRatio);
  return { x: (at.x - (1 - width) / 2) / width, y: (at.y - (1 - height) / 2) / height };
}
