import { expect, it } from 'vitest';
import { shardOfId } from '../../shared/ids/index.ts';
import { buildNetwork } from './build-network.ts';
import { edgesOf, POSTS_EACH } from './network.ts';

const NOW = Date.UTC(2026, 10, 21);
const network = buildNetwork({ active: 50, million: false }, NOW);

it('gives the same network for the same options', () => {
  expect(buildNetwork({ active: 50, million: false }, NOW)).toEqual(network);
});

it('gives everything an id of its own, in the shard of its author', () => {
  const ids = [
    ...network.people.map(({ id }) => id),
    ...network.posts.flatMap(({ id, mediaId }) => [id, mediaId]),
    ...network.spareMedia.flatMap((spare) => spare.ids),
  ];
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, author } of network.posts) expect(shardOfId(id)).toBe(network.people[author]?.shard);
});

it('has active people who follow each other, never themselves nor anyone twice, and post', () => {
  expect(network.posts.length).toBe(50 * POSTS_EACH);
  const edges = [...edgesOf(network)];
  expect(new Set(edges.map(String)).size).toBe(edges.length);
  expect(edges.every(([follower, followee]) => follower !== followee)).toBe(true);
});

it('has authors with exactly as many followers as their name says', () => {
  const { fifty, hundred, thousand, tenThousand } = network.known;
  const sizes = [fifty, hundred, thousand, tenThousand].map(
    (group) => new Set(group.map(({ followers }) => followers.length)),
  );
  expect(sizes.map((set) => [...set])).toEqual([[50], [100], [1_000], [10_000]]);
});
