import type { FeedReason } from '../../contracts/index.ts';

/** A post for a slot: its id, and the least revision that is known to exist. */
export type SlotPost = { postId: string; revision: number };

/** Slots of one page, numbered from 0 at the top of the feed, so that a source can page through its own list. */
export type SlotRequest = { viewerId: string; slots: readonly number[]; shownPostIds: readonly string[]; now: number };

/**
 * Where recommended and sponsored posts come from. It answers a post for any of the slots; a slot without one does not
 * exist for that reader. The feed applies the rules of who sees whom to what it answers, and marks it with `reason`.
 */
export interface SlotSource {
  readonly reason: Extract<FeedReason, 'recommended' | 'sponsored'>;
  fill(request: SlotRequest): Promise<ReadonlyMap<number, SlotPost>>;
}

/** A slot before the organic post at place `first` (from 0), and every `every` posts after it; null for none. */
export type SlotPlaces = { first: number; every: number } | null;

/** The slots of a page that begins at organic post `position`: their numbers and the organic posts they stand before. */
export function slotsOfPage(places: SlotPlaces, position: number, length: number): { slot: number; before: number }[] {
  if (!places) return [];
  const { first, every } = places;
  const slots: { slot: number; before: number }[] = [];
  const begin = Math.max(0, Math.ceil((position - first) / every));
  for (let slot = begin; first + slot * every < position + length; slot++) {
    slots.push({ slot, before: first + slot * every - position });
  }
  return slots;
}

/** A filled slot of a page. */
export type Filled<Item> = { before: number; item: Item };

/** Puts the slots' items before the organic ones they stand before; earlier groups win a shared place. */
export function mergeSlots<Item>(organic: readonly Item[], groups: readonly (readonly Filled<Item>[])[]): Item[] {
  const merged: Item[] = [];
  organic.forEach((item, index) => {
    for (const group of groups) {
      for (const filled of group) if (filled.before === index) merged.push(filled.item);
    }
    merged.push(item);
  });
  return merged;
}
