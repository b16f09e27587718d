/** `push`: delivered to cells. `pull`: read by cells. Between the two, both happen until every cell knows. */
export type SourceMode = 'push' | 'to-pull' | 'pull' | 'to-push';

/** An audience must shrink to this share of the threshold before pushing begins again, so that nobody flips back and forth. */
const RETURN_SHARE = 0.8;

/** The change of mode that a source's audience asks for, if any. `threshold` is CELEBRITY_CELLS. */
export function chooseModeChange(mode: SourceMode, cells: number, threshold: number): 'to-pull' | 'to-push' | null {
  if (mode === 'push' && cells > threshold) return 'to-pull';
  if (mode === 'pull' && cells <= threshold * RETURN_SHARE) return 'to-push';
  return null;
}

/** Whether posts are sent to the audience's cells: always, until every cell is known to pull. */
export function isPushed(mode: SourceMode): boolean {
  return mode !== 'pull';
}
