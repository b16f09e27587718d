import type { PersonTag } from '../../../../shared/contracts/index.ts';

function placesOf(tags: readonly PersonTag[]): string {
  return JSON.stringify(tags.map(({ mediaId, userId, x, y }) => `${mediaId} ${userId} ${x} ${y}`).sort());
}

/** Whether the same people are at the same places of the same photos, in whatever order. */
export function isSameTags(some: readonly PersonTag[], others: readonly PersonTag[]): boolean {
  return placesOf(some) === placesOf(others);
}
