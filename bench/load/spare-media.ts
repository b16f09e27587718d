import type { KnownAuthor } from '../graph/network.ts';
import type { Target } from '../target.ts';

const taken = new WeakMap<Target, Map<number, number>>();

/** Hands out each author's unposted photos, every one once, over the whole life of a stack. */
export function takeMedia(target: Target, author: number): string {
  let counts = taken.get(target);
  if (!counts) {
    counts = new Map();
    taken.set(target, counts);
  }
  const next = counts.get(author) ?? 0;
  const id = target.network.spareMedia.find((spare) => spare.author === author)?.ids[next];
  if (id === undefined) throw new RangeError(`author ${author} has no photo left to post; seed more`);
  counts.set(author, next + 1);
  return id;
}

/** Authors in turn, as `[author, photo]`. */
export function takeInTurn(target: Target, authors: KnownAuthor[]): () => [author: number, mediaId: string] {
  let turn = 0;
  return () => {
    const author = authors[turn++ % authors.length]?.author;
    if (author === undefined) throw new RangeError('no authors');
    return [author, takeMedia(target, author)];
  };
}
