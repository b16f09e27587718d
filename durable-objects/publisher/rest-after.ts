/** As part of the round before. Longer rests left the thread idle and cost a quarter of the throughput; see decision 19. */
const REST_SHARE = 1 / 4;
const MAX_REST_MS = 20;

/**
 * How long (ms) the next round waits after one that took `tookMs`. A round costs every database and cell a call, so the
 * fuller it is, the fewer; a rest lets those come who were just answered. One by one nobody waits.
 */
export function restAfter(inputs: number, tookMs: number): number {
  return inputs > 1 ? Math.min(MAX_REST_MS, Math.max(0, tookMs) * REST_SHARE) : 0;
}
