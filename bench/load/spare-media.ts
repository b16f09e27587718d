import type { KnownAuthor, Network } from '../graph/network.ts';

const taken = new WeakMap<Network, Map<number, number>>();

/** Hands out each author's unposted photos, every one once, over the whole life of a network. */
export function takeMedia(network: Network, author: number): string {
  let counts = taken.get(network);
  if (!counts) {
    counts = new Map();
    taken.set(network, counts);
  }
  const next = counts.get(author) ?? 0;
  const id = network.spareMedia.find((spare) => spare.author === author)?.ids[next];
  if (id === undefined) throw new RangeError(`author ${author} has no photo left to post; seed more`);
  counts.set(author, next + 1);
  return id;
}

/** Authors in turn, as `[author, photo]`. */
export function takeInTurn(network: Network, authors: KnownAuthor[]): () => [author: number, mediaId: string] {
  let turn = 0;
  return () => {
    const author = authors[turn++ % authors.length]?.author;
    if (author === undefined) throw new RangeError('no authors');
    return [author, takeMedia(network, author)];
  };
}
