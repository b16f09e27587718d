import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { decodeSkeleton, nextBefore } from '../../shared/domain/timelines/skeleton.ts';
import { aWorld } from '../support/a-world.ts';

/** Of this project in vitest.config.ts. */
const BUDGET = 200;
/** A cell counts after every twentieth of its budget. */
const MOST = BUDGET + BUDGET / 20;
const AUTHORS = 12;
const POSTS = 600;
const PAGE = 20;

type World = ReturnType<typeof aWorld>;

async function aReaderOfMany(world: World) {
  const { reader } = await world.reader();
  const authors = Array.from({ length: AUTHORS }, () => world.author());
  for (const author of authors) await world.follow(reader, author);
  return { reader, publish: (nth: number) => world.publish(authors[nth % AUTHORS] ?? '') };
}

async function scroll({ cell }: World, reader: string): Promise<string[]> {
  const seen: string[] = [];
  for (let before: string | null = null; ; ) {
    const page = decodeSkeleton(await cell.readHome(reader, before, PAGE));
    seen.push(...page.map(({ postId }) => postId));
    before = nextBefore(page, PAGE);
    if (before === null) return seen;
  }
}

it('a cell keeps inside its budget while posts arrive: the oldest go, and the feed scrolls to the very first', async () => {
  const world = aWorld();
  const { reader, publish } = await aReaderOfMany(world);
  const published: string[] = [];
  let most = 0;
  for (let nth = 0; nth < POSTS; nth++) {
    published.push(await publish(nth));
    most = Math.max(most, (await world.cell.describeCell()).entries);
  }
  expect(most).toBeGreaterThan(BUDGET);
  expect(most).toBeLessThanOrEqual(MOST);
  const { entries } = await world.cell.describeCell();
  const held = await runInDurableObject(world.cell, (_cell, { storage }) =>
    storage.sql.exec<{ id: string }>('SELECT entry_id AS id FROM entries ORDER BY 1').toArray(),
  );
  expect(held.map(({ id }) => id)).toEqual(published.slice(-entries));
  expect(await scroll(world, reader)).toEqual(published.toReversed());
}, 60_000);

it('a cell that is called seldom, and forgets what it counted, keeps inside its budget too', async () => {
  const world = aWorld();
  const { reader, publish } = await aReaderOfMany(world);
  const published: string[] = [];
  for (let nth = 0; nth < 2 * BUDGET; nth++) {
    published.push(await publish(nth));
    if (nth % 5 === 0) await evictDurableObject(world.cell);
  }
  expect((await world.cell.describeCell()).entries).toBeLessThanOrEqual(MOST);
  expect(await scroll(world, reader)).toEqual(published.toReversed());
}, 60_000);

it('an entry takes more of the database than the least that a cell counts on, and no more than wrangler.toml says', async () => {
  const { cell } = aWorld();
  const { bytes } = await cell.describeCell();
  const rows = 20_000;
  await runInDurableObject(cell, (_cell, { storage }) => {
    storage.sql.exec(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       INSERT INTO entries (source_id, entry_id, post_id, revision, present)
       SELECT printf('01hq2m8k%05d', abs(random()) % 1000), printf('01hq3m%07d', i), printf('01hq3m%07d', i), 0, 1 FROM n`,
      rows,
    );
  });
  const each = ((await cell.describeCell()).bytes - bytes) / rows;
  expect(each).toBeGreaterThan(40);
  expect(each).toBeLessThan(70);
});
