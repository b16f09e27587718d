/** Candidates in the order of their score. */
export type Queue = {
  length: number;
  authorOf(index: number): string;
  /** Indices of fresh ones that were not seen yet, newest first. */
  fresh: readonly number[];
};

export type PagePlace = {
  /** Posts before this page. */
  position: number;
  /** By whom the last of them was. */
  lastAuthor: string;
  limit: number;
  /** Each such place goes to the newest fresh post that waits. */
  freshEvery: number;
};

export type Picked = { picks: number[]; more: boolean };

const UNKNOWN = 0;
const WAITING = 1;
const DONE = 2;

/**
 * The rules of a page. Best score first, but no author twice in a row while others wait, and every `freshEvery`-th place
 * for what is fresh and unseen, so that a new post of somebody new is not buried. `mayShow` is asked once an index.
 */
export function pickPage(queue: Queue, mayShow: (index: number) => boolean, place: PagePlace): Picked {
  const { length, fresh } = queue;
  const states = new Uint8Array(length);
  const waits = (index: number): boolean => {
    if (states[index] === UNKNOWN) states[index] = mayShow(index) ? WAITING : DONE;
    return states[index] === WAITING;
  };
  const picks: number[] = [];
  let author = place.lastAuthor;
  let start = 0;
  const firstWaiting = (): number => {
    while (start < length && !waits(start)) start += 1;
    for (let index = start; index < length; index++) {
      if (queue.authorOf(index) !== author && waits(index)) return index;
    }
    return start < length ? start : -1;
  };
  while (picks.length < place.limit) {
    const forFresh = (place.position + picks.length + 1) % place.freshEvery === 0;
    const freshest = forFresh ? fresh.find((index) => queue.authorOf(index) !== author && waits(index)) : undefined;
    const pick = freshest ?? firstWaiting();
    if (pick < 0) break;
    states[pick] = DONE;
    picks.push(pick);
    author = queue.authorOf(pick);
  }
  while (start < length && !waits(start)) start += 1;
  return { picks, more: start < length };
}
