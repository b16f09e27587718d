import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { FeedPage } from '../../shared/contracts/index.ts';
import { loadPeople } from '../../shared/db/people/load-people.ts';
import { rebuildCell } from '../../workers/cells/rebuild-cell.ts';
import { servicesFor, type WorkerEnv } from '../../workers/services.ts';
import { aPost } from '../support/a-post.ts';
import { aUser, type TestUser } from '../support/a-user.ts';

// Runs with cells of two users that keep four posts an author, and a celebrity threshold of one cell (vitest.config.ts).
const services = servicesFor(env as unknown as WorkerEnv);
/** More than a cell keeps of an author, with what it tolerates above that. */
const MANY_POSTS = 8;
const COPIES = {
  edges: `SELECT user_id, source_id, state, version FROM edges WHERE state <> 'none' ORDER BY 1, 2`,
  relations: 'SELECT * FROM relations WHERE blocking OR blocked_by OR muting ORDER BY 1, 2',
  sources: 'SELECT * FROM sources ORDER BY 1',
  entries: 'SELECT * FROM entries WHERE present ORDER BY 1, 2',
};
type Line = [postId: string, repostedBy: string | null];

const follow = (fan: TestUser, { user }: TestUser) => fan.call('POST', `/users/${user.id}/follow`);

async function linesOf(reader: TestUser): Promise<Line[]> {
  const lines: Line[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const response = await reader.call('GET', `/feed?mode=latest&limit=7${cursor && `&cursor=${cursor}`}`);
    const page: FeedPage = await response.json<FeedPage>();
    for (const { id, repostedBy } of page.posts) lines.push([id, repostedBy?.username ?? null]);
    cursor = page.nextCursor;
  }
  return lines;
}

/** A reader who follows somebody pulled, somebody with more posts than are kept, and somebody who passes posts on. */
async function aReader() {
  const people = await Promise.all(Array.from({ length: 7 }, () => aUser()));
  const [reader, star, busy, friend, stranger] = people as [TestUser, TestUser, TestUser, TestUser, TestUser];
  const crowd = people.slice(5);
  for (const followed of [star, busy, friend]) await follow(reader, followed);
  for (const fan of crowd) await follow(fan, star);
  for (const fan of [stranger, busy]) await follow(fan, star);
  await reader.call('POST', `/users/${stranger.user.id}/mute`);
  const lines: Line[] = [];
  const publish = async (author: TestUser) => {
    lines.unshift([(await aPost(author)).id, null]);
  };
  const passOn = async () => {
    const { id } = await aPost(crowd[0] as TestUser);
    await friend.call('POST', `/posts/${id}/share`);
    lines.unshift([id, friend.user.username]);
  };
  await publish(star);
  for (let i = 0; i < MANY_POSTS; i++) await publish(busy);
  await passOn();
  await publish(star);
  await publish(reader);
  await expect.poll(() => linesOf(reader)).toEqual(lines);
  const cellId = (await loadPeople(services.shards, [reader.user.id])).get(reader.user.id)?.cellId ?? '';
  return { reader, star, busy, friend, lines, publish, passOn, cellId };
}

function dump(cellId: string): Promise<Record<string, Record<string, SqlStorageValue>[]>> {
  return runInDurableObject(services.stubs.cell(cellId), (_cell, { storage }) =>
    Object.fromEntries(Object.entries(COPIES).map(([name, query]) => [name, storage.sql.exec(query).toArray()])),
  );
}

/** Takes all copies away, as a cell that was lost and begins anew has none. */
async function loseCopies(cellId: string): Promise<void> {
  const cell = services.stubs.cell(cellId);
  await runInDurableObject(cell, (_cell, { storage }) => {
    storage.sql.exec('DELETE FROM edges WHERE user_id <> source_id');
    storage.sql.exec('DELETE FROM sources');
    storage.sql.exec('DELETE FROM entries');
    storage.sql.exec('UPDATE relations SET blocking = 0, blocked_by = 0');
  });
  await evictDurableObject(cell);
}

describe('a cell that is rebuilt', () => {
  it('is what it was: a pulled source, one that was trimmed, and reposts', async () => {
    const { reader, star, busy, lines, cellId } = await aReader();
    await rebuildCell(services, cellId);
    const original = await dump(cellId);
    const sourceOf = ({ user }: TestUser) => original.sources?.find(({ source_id }) => source_id === user.id);
    expect(sourceOf(star)).toMatchObject({ mode: 'pull' });
    expect(sourceOf(busy)).toMatchObject({ mode: 'push' });
    expect(sourceOf(busy)?.complete_from).not.toBe('');
    expect(original.entries?.some(({ author_id }) => author_id !== '')).toBe(true);
    await loseCopies(cellId);
    await rebuildCell(services, cellId);
    expect(await dump(cellId)).toEqual(original);
    expect(await linesOf(reader)).toEqual(lines);
  }, 60_000);

  it.each([
    ['whole', false],
    ['after it lost everything', true],
  ])(
    'serves and takes what is published meanwhile: %s',
    async (_, isLost) => {
      const { reader, star, busy, lines, publish, passOn, cellId } = await aReader();
      const base = [...lines];
      const { edges, relations } = await dump(cellId);
      if (isLost) await loseCopies(cellId);
      let rebuilding = true;
      const meanwhile = async (act: () => Promise<void>) => {
        do await act();
        while (rebuilding);
      };
      const rebuildTwice = async () => {
        for (let i = 0; i < 2; i++) await rebuildCell(services, cellId);
      };
      await Promise.all([
        rebuildTwice().finally(() => {
          rebuilding = false;
        }),
        meanwhile(async () => {
          for (const author of [star, busy]) await publish(author);
          await passOn();
        }),
        meanwhile(async () => {
          const shown = (await linesOf(reader)).map(([id]) => id);
          expect(shown).toEqual([...new Set(shown)]);
          if (!isLost) expect(shown).toEqual(expect.arrayContaining(base.map(([id]) => id)));
        }),
      ]);
      expect(lines.length).toBeGreaterThan(base.length);
      await expect.poll(() => linesOf(reader)).toEqual(lines);
      expect(await dump(cellId)).toMatchObject({ edges, relations });
    },
    60_000,
  );
});
