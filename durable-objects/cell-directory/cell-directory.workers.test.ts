import { evictDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import type { CellDirectory } from './cell-directory.ts';

const REGION = 'weur';

function aDirectory() {
  const namespace = env.CELL_DIRECTORY as unknown as DurableObjectNamespace<CellDirectory>;
  return namespace.get(namespace.newUniqueId());
}

const people = (count: number) => Array.from({ length: count }, (_, i) => `person-${i}`);

it('fills a cell to its capacity, then opens the next one', async () => {
  const directory = aDirectory();
  const cells = [];
  for (const id of people(7)) cells.push(await directory.assign(id, REGION, 3));
  expect(cells).toEqual(['weur-1', 'weur-1', 'weur-1', 'weur-2', 'weur-2', 'weur-2', 'weur-3']);
});

it('puts nobody too many into a cell when many come at once', async () => {
  const directory = aDirectory();
  const cells = await Promise.all(people(100).map((id) => directory.assign(id, REGION, 30)));
  const sizes = Map.groupBy(cells, (cell) => cell);
  expect([...sizes.values()].map((members) => members.length).sort()).toEqual([10, 30, 30, 30]);
});

it('answers the same cell for the same person, also after an eviction and when cells have grown', async () => {
  const directory = aDirectory();
  const first = await directory.assign('mira', REGION, 1);
  await directory.assign('jonas', REGION, 1);
  await evictDurableObject(directory);
  expect(await directory.assign('mira', REGION, 1)).toBe(first);
  expect(await directory.assign('mira', REGION, 1_000)).toBe(first);
});

it('uses the newest cell again when the capacity was raised', async () => {
  const directory = aDirectory();
  for (const id of ['a', 'b', 'c']) await directory.assign(id, REGION, 1);
  expect(await directory.assign('d', REGION, 2)).toBe('weur-3');
});
