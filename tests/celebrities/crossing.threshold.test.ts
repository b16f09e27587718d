import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { FeedPage } from '../../shared/contracts/index.ts';
import { beginModeChange, loadSources } from '../../shared/db/follows/source-mode.ts';
import { loadPeople } from '../../shared/db/people/load-people.ts';
import { shardOfId } from '../../shared/ids/index.ts';
import { type ModeItem, syncMode } from '../../workers/fanout/change-mode.ts';
import { servicesFor, type WorkerEnv } from '../../workers/services.ts';
import { aPost } from '../support/a-post.ts';
import { aUser, type TestUser } from '../support/a-user.ts';

// Runs with cells of two users that keep four posts an author; an author is pulled above three cells, and pushed again at
// two (vitest.config.ts).
const services = servicesFor(env as unknown as WorkerEnv);
const { shards } = services;
const FANS = 10;
/** Cells whose people stay: few enough for pushing. */
const STAYING = 2;

async function sourceOf({ user }: TestUser) {
  return (await loadSources(shards, [user.id])).get(user.id);
}

const modeOf = async (author: TestUser) => (await sourceOf(author))?.mode;

/** An author, and fans in five cells or more: those of two cells, and the others. */
async function anAuthorWithFans() {
  const author = await aUser();
  const fans: TestUser[] = [];
  for (let i = 0; i < FANS; i++) fans.push(await aUser());
  const people = await loadPeople(
    shards,
    fans.map(({ user }) => user.id),
  );
  const cells = [...Map.groupBy(fans, ({ user }) => people.get(user.id)?.cellId).values()].toSorted(
    (a, b) => b.length - a.length,
  );
  return { author, staying: cells.slice(0, STAYING).flat(), others: cells.slice(STAYING).flat() };
}

const follow = (fan: TestUser, { user }: TestUser) => fan.call('POST', `/users/${user.id}/follow`);
const unfollow = (fan: TestUser, { user }: TestUser) => fan.call('DELETE', `/users/${user.id}/follow`);

async function readAll(reader: TestUser): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const response = await reader.call('GET', `/feed?mode=latest&limit=50${cursor && `&cursor=${cursor}`}`);
    const page: FeedPage = await response.json<FeedPage>();
    ids.push(...page.posts.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  return ids;
}

/** Something that is done again and again beside the test, until `stop`, which throws what it threw. */
function repeatedly(round: () => Promise<void>): { stop(): Promise<void> } {
  let stopped = false;
  const running = (async () => {
    while (!stopped) await round();
  })();
  // An error is told by `stop`.
  running.catch(() => undefined);
  return {
    stop: () => {
      stopped = true;
      return running;
    },
  };
}

describe('an author who crosses the threshold while posting', () => {
  it('is pulled, and pushed again with followers left: each post shows once to those who follow throughout', async () => {
    const { author, staying, others } = await anAuthorWithFans();
    const [late, ...faithful] = staying;
    if (!late) throw new Error('nobody stays');
    for (const fan of faithful) await follow(fan, author);
    const posts: string[] = [];
    const until = (count: number) => expect.poll(() => posts.length).toBeGreaterThan(count);
    const publishing = repeatedly(async () => {
      posts.push((await aPost(author)).id);
    });
    const reading = repeatedly(async () => {
      for (const fan of faithful) {
        const seen = await readAll(fan);
        expect(seen).toEqual([...new Set(seen)].toSorted().reverse());
      }
    });
    await until(0);
    expect(await modeOf(author)).toBe('push');
    for (const fan of others) await follow(fan, author);
    await expect.poll(() => modeOf(author)).toBe('pull');
    await until(posts.length);
    await follow(late, author);
    for (const fan of others) await unfollow(fan, author);
    await expect.poll(() => modeOf(author)).toBe('push');
    expect((await sourceOf(author))?.cells).toBe(STAYING);
    await until(posts.length);
    await reading.stop();
    await publishing.stop();
    const expected = posts.toReversed();
    for (const fan of staying) await expect.poll(() => readAll(fan)).toEqual(expected);
    for (const fan of others) expect(await readAll(fan)).toEqual([]);
  }, 120_000);

  it('loses nothing that is posted while cells expect both, however long that lasts', async () => {
    const { author, staying, others } = await anAuthorWithFans();
    for (const fan of [...staying, ...others]) await follow(fan, author);
    const posts = [(await aPost(author)).id];
    await expect.poll(() => modeOf(author)).toBe('pull');
    // The way back: begun, and its message lost. Half of the cells hear of it before posts come, half after.
    for (const fan of others) await unfollow(fan, author);
    for (const next of ['to-push', 'to-pull'] as const) {
      const source = await sourceOf(author);
      if (!source) throw new Error('nobody follows');
      const outboxId = services.ids.next(shardOfId(author.user.id), Date.now());
      const item = await beginModeChange(shards.forId(author.user.id), source, next, outboxId, Date.now());
      posts.push((await aPost(author)).id);
      const [told] = [...(await loadPeople(shards, [staying[0]?.user.id ?? ''])).values()];
      await services.stubs.cell(told?.cellId ?? '').refreshSource(author.user.id);
      posts.push((await aPost(author)).id, (await aPost(author)).id);
      for (const fan of staying) await expect.poll(() => readAll(fan)).toEqual(posts.toReversed());
      expect(await modeOf(author)).toBe(next);
      // Page by page: the queue tells the cells of the following ones.
      await syncMode(services, item as ModeItem);
      await expect.poll(() => modeOf(author)).toBe(next === 'to-push' ? 'push' : 'pull');
      posts.push((await aPost(author)).id);
      for (const fan of staying) await expect.poll(() => readAll(fan)).toEqual(posts.toReversed());
    }
  }, 60_000);
});
