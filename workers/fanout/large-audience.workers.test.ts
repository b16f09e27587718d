import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import type { FeedPage } from '../../shared/contracts/index.ts';
import type { OutboxItem } from '../../shared/db/outbox/outbox-work.ts';
import { aPost } from '../../tests/support/a-post.ts';
import { aUser, type TestUser } from '../../tests/support/a-user.ts';
import { workOff } from '../queues/fanout.ts';
import { servicesFor, type WorkerEnv } from '../services.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const { shards, ids, stubs, config } = services;
const { FANOUT_PAGE_CELLS } = config;

async function feedOf(user: TestUser): Promise<string[]> {
  const { posts } = await (await user.call('GET', '/feed?mode=latest')).json<FeedPage>();
  return posts.map(({ id }) => id);
}

async function join(sourceId: string, cellIds: readonly string[]): Promise<void> {
  await shards
    .forId(sourceId)
    .d1.prepare('INSERT OR IGNORE INTO audience_cells SELECT ?1, value, 1 FROM json_each(?2)')
    .bind(sourceId, JSON.stringify(cellIds))
    .run();
}

/** An outbox row of the post that no message was sent for. */
async function owePost(postId: string): Promise<OutboxItem> {
  const item: OutboxItem = { id: ids.next(0, Date.now()), work: { topic: 'post', postId } };
  await shards
    .forId(item.id)
    .d1.prepare('INSERT INTO outbox (id, topic, payload, created_at, due_at) VALUES (?, ?, ?, 0, ?)')
    .bind(item.id, 'post', JSON.stringify(item.work), Date.now() + 3_600_000)
    .run();
  return item;
}

async function owed(postId: string): Promise<OutboxItem[]> {
  const rows = await Promise.all(
    shards
      .all()
      .map(({ d1 }) =>
        d1
          .prepare(`SELECT id, payload FROM outbox WHERE payload ->> 'postId' = ?`)
          .bind(postId)
          .all<{ id: string; payload: string }>(),
      ),
  );
  return rows.flatMap(({ results }) => results.map(({ id, payload }) => ({ id, work: JSON.parse(payload) })));
}

it('splits a large audience into rows of its own; a crash between keeps the pages that are left', async () => {
  const [ann, ben] = await Promise.all([aUser(), aUser()]);
  await ben.call('POST', `/users/${ann.user.id}/follow`);
  const post = await aPost(ann);
  await expect.poll(() => feedOf(ben)).toEqual([post.id]);
  await expect.poll(() => owed(post.id)).toEqual([]);
  await join(
    ann.user.id,
    Array.from({ length: 2 * FANOUT_PAGE_CELLS }, (_, n) => `oc-${n + 1}`),
  );
  const item = await owePost(post.id);
  const before = await workOff(services, [item]);
  // Replaced by its pages, so neither done nor to be retried; a second coming of the message splits nothing again.
  expect([...before.done, ...before.retry]).toEqual([]);
  const pages = await owed(post.id);
  expect(pages.every(({ id }) => id !== item.id)).toBe(true);
  await workOff(services, [item]);
  expect((await owed(post.id)).length).toBeLessThanOrEqual(pages.length);
  await expect.poll(() => owed(post.id), { timeout: 10_000 }).toEqual([]);
  expect((await stubs.cell('oc-2').describeCell()).entries).toBe(1);
});

it('delivers to every other cell when one fails, and tries that one again alone until it is well', async () => {
  const [ann, ben] = await Promise.all([aUser(), aUser()]);
  await ben.call('POST', `/users/${ann.user.id}/follow`);
  const sick = stubs.cell('sam-1');
  await sick.describeCell();
  await runInDurableObject(sick, (_cell, { storage }) => storage.sql.exec('ALTER TABLE entries RENAME TO hurt'));
  await join(ann.user.id, ['sam-1']);
  const post = await aPost(ann);
  await expect.poll(() => feedOf(ben)).toEqual([post.id]);
  const left = { topic: 'post', postId: post.id, cells: { only: ['sam-1'] } };
  await expect.poll(async () => (await owed(post.id)).map(({ work }) => work)).toEqual([left]);
  await runInDurableObject(sick, (_cell, { storage }) => storage.sql.exec('ALTER TABLE hurt RENAME TO entries'));
  const [item] = await owed(post.id);
  if (!item) throw new Error('nothing is owed');
  expect((await workOff(services, [item])).done).toEqual(new Set([item.id]));
  expect((await sick.describeCell()).entries).toBe(1);
});
