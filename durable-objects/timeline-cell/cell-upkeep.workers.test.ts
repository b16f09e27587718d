import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { loadPeople } from '../../shared/db/people/load-people.ts';
import { decodeSkeleton, nextBefore } from '../../shared/domain/timelines/skeleton.ts';
import { aPost } from '../../tests/support/a-post.ts';
import { aUser } from '../../tests/support/a-user.ts';
import { aWorld } from '../../tests/support/a-world.ts';
import { rebuildCell } from '../../workers/cells/rebuild-cell.ts';
import { servicesFor, type WorkerEnv } from '../../workers/services.ts';
import { CellMemory } from './cell-memory.ts';
import { evictOldest } from './evict-oldest.ts';
import { USER_TABLES } from './user-tables.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const COPIES = {
  edges: `SELECT user_id, source_id, state, version FROM edges WHERE state <> 'none' ORDER BY 1, 2`,
  relations: 'SELECT * FROM relations WHERE blocking OR blocked_by OR muting ORDER BY 1, 2',
  sources: 'SELECT source_id, complete_from, mode FROM sources ORDER BY 1',
  entries: 'SELECT * FROM entries WHERE present ORDER BY 1, 2',
};

function dump(sql: SqlStorage): Record<string, unknown[]> {
  return Object.fromEntries(Object.entries(COPIES).map(([name, query]) => [name, sql.exec(query).toArray()]));
}

it('is rebuilt from D1 to what it was', async () => {
  const [ann, ben, cem, dia] = await Promise.all([aUser(), aUser(), aUser(), aUser()]);
  const posts = [await aPost(ann), await aPost(ben), await aPost(cem)];
  await ben.call('POST', `/users/${ann.user.id}/follow`);
  await cem.call('POST', `/users/${ann.user.id}/follow`);
  await cem.call('POST', `/users/${ben.user.id}/follow`);
  await ann.call('POST', `/users/${cem.user.id}/mute`);
  await dia.call('POST', `/users/${ben.user.id}/block`);
  await ben.call('GET', '/feed?mode=latest');
  await dia.call('GET', '/feed?mode=latest');
  await ann.call('DELETE', `/posts/${(await aPost(ann)).id}`);
  const people = await loadPeople(services.shards, [ann.user.id, ben.user.id, cem.user.id, dia.user.id]);
  const cellIds = new Set([...people.values()].map(({ cellId }) => cellId));
  for (const cellId of cellIds) {
    const cell = services.stubs.cell(cellId);
    // Everybody's own source is read once, so that the original is complete.
    await rebuildCell(services, cellId);
    const original = await runInDurableObject(cell, (_cell, state) => dump(state.storage.sql));
    await runInDurableObject(cell, (_cell, state) => {
      const { sql } = state.storage;
      sql.exec('DELETE FROM edges WHERE user_id <> source_id');
      sql.exec('DELETE FROM sources');
      sql.exec('DELETE FROM entries');
      sql.exec('UPDATE relations SET blocking = 0, blocked_by = 0');
    });
    await evictDurableObject(cell);
    await rebuildCell(services, cellId);
    expect(await runInDurableObject(cell, (_cell, state) => dump(state.storage.sql))).toEqual(original);
  }
  const feed = await (await cem.call('GET', '/feed?mode=latest')).json<{ posts: { id: string }[] }>();
  expect(feed.posts.map(({ id }) => id).toSorted()).toEqual(posts.map(({ id }) => id).toSorted());
});

it('lets go of the oldest entries past its budget, and still pages to the first one', async () => {
  const world = aWorld();
  const { reader, cell } = await world.reader();
  const authors = [world.author(), world.author(), world.author()];
  const published: string[] = [];
  for (const author of authors) await world.follow(reader, author);
  for (let i = 0; i < 60; i++) published.push(await world.publish(authors[i % 3] ?? ''));
  await runInDurableObject(cell, (_cell, { storage }) => {
    storage.transactionSync(() => expect(evictOldest(storage.sql, new CellMemory(storage.sql), 30)).toBe(27));
  });
  await evictDurableObject(cell);
  const seen: string[] = [];
  for (let before: string | null = null; ; ) {
    const page = decodeSkeleton(await cell.readHome(reader, before, 7));
    seen.push(...page.map(({ postId }) => postId));
    before = nextBefore(page, 7);
    if (before === null) break;
  }
  expect(seen).toEqual(published.toReversed());
  expect(await cell.describeCell()).toMatchObject({ users: 1, sources: 4, entries: 27 });
});

it('moves every table that holds rows of users', async () => {
  const { cell } = aWorld();
  const tables = await runInDurableObject(cell, (_cell, { storage }) =>
    storage.sql
      .exec<{ name: string }>(
        `SELECT m.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c ON c.name = 'user_id'
         WHERE m.type = 'table' AND m.name NOT IN ('departures', 'arrivals') ORDER BY 1`,
      )
      .toArray()
      .map(({ name }) => name),
  );
  expect(tables).toEqual([...USER_TABLES].toSorted());
});
