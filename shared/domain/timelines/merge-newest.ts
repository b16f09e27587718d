/** An entry of one source; lists hold them oldest first. `authorId`: of a repost, who wrote the post that it shows. */
export type TimelineEntry = { id: string; postId: string; sourceId: string; revision: number; authorId?: string };

/**
 * The newest `limit` entries of all lists with ids below `before`, newest first: a k-way merge over a binary heap,
 * O(k + limit · log k) for k lists (Knuth, TAOCP vol. 3, 5.4.1).
 */
export function mergeNewest<Entry extends TimelineEntry>(
  lists: readonly (readonly Entry[])[],
  before: string | null,
  limit: number,
): Entry[] {
  const heap: Cursor<Entry>[] = [];
  for (const list of lists) {
    const index = before === null ? list.length - 1 : lastBelow(list, before);
    const entry = list[index];
    if (entry) heap.push({ list, index, entry });
  }
  for (let i = (heap.length >> 1) - 1; i >= 0; i--) sink(heap, i);
  const merged: Entry[] = [];
  let top = heap[0];
  while (top && merged.length < limit) {
    merged.push(top.entry);
    top.index -= 1;
    const next = top.list[top.index];
    if (next) {
      top.entry = next;
    } else {
      const last = heap.pop();
      if (last && last !== top) heap[0] = last;
    }
    sink(heap, 0);
    top = heap[0];
  }
  return merged;
}

type Cursor<Entry> = { list: readonly Entry[]; index: number; entry: Entry };

function sink<Entry extends TimelineEntry>(heap: Cursor<Entry>[], start: number): void {
  const moving = heap[start];
  if (!moving) return;
  let at = start;
  for (;;) {
    let child = 2 * at + 1;
    let candidate = heap[child];
    if (!candidate) break;
    const right = heap[child + 1];
    if (right && right.entry.id > candidate.entry.id) {
      child += 1;
      candidate = right;
    }
    if (candidate.entry.id <= moving.entry.id) break;
    heap[at] = candidate;
    at = child;
  }
  heap[at] = moving;
}

/** The index of the last entry with an id below `bound`; -1 when there is none. */
export function lastBelow(list: readonly TimelineEntry[], bound: string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = list[middle];
    if (entry && entry.id < bound) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
