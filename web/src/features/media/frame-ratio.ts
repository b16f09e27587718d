/** The tallest and the widest frame a feed gives a photo. Beyond them it is shown whole inside the frame, never cut. */
const TALLEST = 4 / 5;
const WIDEST = 1.91;

interface Sized {
  width: number | null;
  height: number | null;
}

/** Width over height of one medium; a square until it is known. */
export function ratioOf(medium: Sized | undefined): number {
  return medium?.width && medium.height ? medium.width / medium.height : 1;
}

/** The frame of a post: that of its first medium, within what a feed allows. */
export function frameRatio(media: readonly Sized[]): number {
  return Math.min(WIDEST, Math.max(TALLEST, ratioOf(media[0])));
}

/** Whether a medium fills the frame but for a sliver, so that it can cover it. */
export function fillsFrame(medium: Sized, frame: number): boolean {
  return Math.abs(ratioOf(medium) / frame - 1) < 0.02;
}
