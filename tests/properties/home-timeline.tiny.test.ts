import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedMode, FeedPage } from '../../shared/contracts/index.ts';
import { aUser, type TestUser } from '../support/a-user.ts';
import { HomeModel, type Line } from './home-model.ts';
import { type Act, act, PEOPLE, take } from './home-steps.ts';

// Runs with cells of two users that keep four posts an author, and a celebrity threshold of one cell (vitest.config.ts):
// every run crosses cells, evictions, D1 pages and the threshold.
const LIMIT = 3;

const acrossStep = fc.record({
  do: fc.constant('read across' as const),
  reader: fc.nat(PEOPLE - 1),
  mode: fc.constantFrom<FeedMode>('latest', 'ranked'),
  acts: fc.array(act, { minLength: 1, maxLength: 3 }),
});
const step = fc.oneof(
  { weight: 12, arbitrary: act },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('look' as const) }) },
  { weight: 1, arbitrary: acrossStep },
);
type Across = typeof acrossStep extends fc.Arbitrary<infer Value> ? Value : never;

/** Who takes part, and what should come of it. */
type World = { users: TestUser[]; model: HomeModel };

/** Every page of everybody's feed against the model, once the queue has delivered. */
async function compare(world: World): Promise<void> {
  for (const reader of world.users.keys()) await compareOne(world, reader);
}

async function compareOne(world: World, reader: number): Promise<void> {
  const { model } = world;
  await expect
    .poll(() => readAll(world, reader, 'latest'), { timeout: 8_000, interval: 50 })
    .toEqual(model.pages(reader, LIMIT));
  const ranked = await readAll(world, reader, 'ranked');
  expectOnce(ranked);
  expectAmong(ranked, model.visible(reader));
  expectWhole(ranked, model.visible(reader));
}

/** The first page, then what people do, then the other pages: a reader who scrolls slowly. */
async function readAcross(world: World, { reader, mode, acts }: Across): Promise<void> {
  const { users, model } = world;
  await compareOne(world, reader);
  const before = model.visible(reader);
  const first = await readPage(world, reader, mode, '');
  expectAmong(first.lines, before);
  const entryIds = first.lines.map((line) => model.entryId(line));
  let throughout = before;
  for (const next of acts) {
    await take(users, model, next);
    const now = new Set(model.visible(reader).map(keyOf));
    throughout = throughout.filter((line) => now.has(keyOf(line)));
  }
  const rest = await readAll(world, reader, mode, first.cursor);
  expectAmong(rest, model.visible(reader));
  expectOnce([...first.lines, ...rest]);
  expectWhole([...first.lines, ...rest], throughout);
  if (mode === 'ranked') return;
  const order = [...entryIds, ...rest.map((line) => model.entryId(line))];
  expect(order).toEqual(order.toSorted().reverse());
}

/** What makes an entry the same one, whatever it says by now. */
function keyOf({ postId, repostedBy }: Line): string {
  return `${postId} by ${repostedBy}`;
}

function expectOnce(lines: readonly Line[]): void {
  const ids = lines.map(({ postId }) => postId);
  expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted());
}

/** Nothing is shown that may not be, and all of it says what it says now. */
function expectAmong(lines: readonly Line[], allowed: readonly Line[]): void {
  const wanted = new Map(allowed.map((line) => [keyOf(line), line]));
  expect(lines).toEqual(lines.map((line) => wanted.get(keyOf(line))));
}

/** Every post is there, by itself or by somebody who passed it on. */
function expectWhole(lines: readonly Line[], wanted: readonly Line[]): void {
  const shown = new Set(lines.map(({ postId }) => postId));
  expect(wanted.filter(({ postId }) => !shown.has(postId))).toEqual([]);
}

async function readAll(world: World, reader: number, mode: FeedMode, from: string | null = ''): Promise<Line[]> {
  const lines: Line[] = [];
  for (let cursor = from; cursor !== null; ) {
    const page = await readPage(world, reader, mode, cursor);
    lines.push(...page.lines);
    cursor = page.cursor;
  }
  return lines;
}

async function readPage({ users }: World, reader: number, mode: FeedMode, cursor: string) {
  const user = users[reader] as TestUser;
  const response = await user.call('GET', `/feed?mode=${mode}&limit=${LIMIT}${cursor && `&cursor=${cursor}`}`);
  const { posts, nextCursor } = await response.json<FeedPage>();
  const numberOf = (id: string) => users.findIndex(({ user: { id: known } }) => known === id);
  const lines = posts.map(
    ({ id, caption, repostedBy }): Line => ({
      postId: id,
      repostedBy: repostedBy ? numberOf(repostedBy.id) : null,
      caption,
    }),
  );
  return { lines, cursor: nextCursor };
}

async function run(steps: readonly (Act | Across | { do: 'look' })[]): Promise<void> {
  const world: World = {
    users: await Promise.all(Array.from({ length: PEOPLE }, () => aUser())),
    model: new HomeModel(),
  };
  for (const next of steps) {
    if (next.do === 'look') await compare(world);
    else if (next.do === 'read across') await readAcross(world, next);
    else await take(world.users, world.model, next);
  }
  await compare(world);
}

describe('the home timeline', () => {
  it('is what a simple model says, at rest and between two pages, whatever people do', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 60 }), run), {
      numRuns: 20,
      endOnFailure: true,
    });
  }, 240_000);
});
