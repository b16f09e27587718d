import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { loadSources } from '../../shared/db/follows/source-mode.ts';
import type { OutboxItem } from '../../shared/db/outbox/outbox-work.ts';
import { aPost } from '../../tests/support/a-post.ts';
import { aUser } from '../../tests/support/a-user.ts';
import { breakCell } from '../../tests/support/break-cell.ts';
import { consumeFanout, workOff } from '../queues/fanout.ts';
import { type Services, servicesFor, type WorkerEnv } from '../services.ts';
import type { Stubs } from '../stubs.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const { shards, ids, config } = services;

/** The same services, with the calls of cells noted and messages kept instead of sent. */
function watched() {
  const called: string[] = [];
  const sent: OutboxItem[] = [];
  const stubs = new Proxy(services.stubs, {
    get(target, name: keyof Stubs) {
      if (name !== 'cell') return target[name].bind(target);
      return (cellId: string) => {
        called.push(cellId);
        return target.cell(cellId);
      };
    },
  });
  const fanoutQueue = { send: async (item: OutboxItem) => void sent.push(item) } as unknown as Services['fanoutQueue'];
  return { services: { ...services, stubs, fanoutQueue }, called, sent };
}

async function join(sourceId: string, cellIds: readonly string[]): Promise<void> {
  await shards
    .forId(sourceId)
    .d1.prepare('INSERT OR IGNORE INTO audience_cells SELECT ?1, value, 1 FROM json_each(?2)')
    .bind(sourceId, JSON.stringify(cellIds))
    .run();
}

async function owe(work: OutboxItem['work']): Promise<OutboxItem> {
  const item: OutboxItem = { id: ids.next(0, Date.now()), work };
  await shards
    .forId(item.id)
    .d1.prepare('INSERT INTO outbox (id, topic, payload, created_at, due_at) VALUES (?, ?, ?, 0, ?)')
    .bind(item.id, work.topic, JSON.stringify(work), Date.now() + 3_600_000)
    .run();
  return item;
}

function owed(id: string): Promise<string | null> {
  return shards.forId(id).d1.prepare('SELECT payload FROM outbox WHERE id = ?').bind(id).first<string>('payload');
}

it('calls so many cells in one invocation, and leaves the rest of the messages for the next ones', async () => {
  const cells = (n: number) => [`me-${2 * n + 1}`, `me-${2 * n + 2}`];
  const items: OutboxItem[] = [];
  for (let n = 0; n < 4; n++) {
    const post = await aPost(await aUser());
    items.push(await owe({ topic: 'post', postId: post.id, cells: { only: cells(n) } }));
  }
  const { services: noted, called } = watched();
  let left = items.map((body, n) => ({ id: `m${n}`, timestamp: new Date(), attempts: 1, body }));
  const rounds: number[] = [];
  while (left.length > 0) {
    const batch = createMessageBatch<OutboxItem>('rimlight-fanout', left);
    const before = called.length;
    await consumeFanout(noted, batch as Parameters<typeof consumeFanout>[1], 4);
    rounds.push(called.length - before);
    const { retryMessages, explicitAcks } = await getQueueResult(batch, createExecutionContext());
    for (const id of explicitAcks) expect(await owed(items[Number(id.slice(1))]?.id ?? '')).toBeNull();
    const retried = new Set(retryMessages.map(({ msgId }) => msgId));
    left = left.filter(({ id }) => retried.has(id)).map((message) => ({ ...message, attempts: message.attempts + 1 }));
  }
  expect(rounds).toEqual([4, 4]);
  // Each cell once: nothing is lost, nothing comes twice.
  expect(called.toSorted()).toEqual(
    Array.from({ length: 4 }, (_, n) => cells(n))
      .flat()
      .toSorted(),
  );
  for (const cellId of called) expect((await services.stubs.cell(cellId).describeCell()).entries).toBe(1);
});

it('changes the mode page by page; a cell that fails is told alone, and the change ends when it was', async () => {
  const ann = await aUser();
  const sourceId = ann.user.id;
  await aPost(ann);
  const audience = Array.from({ length: 2 * config.FANOUT_PAGE_CELLS + 1 }, (_, n) => `afr-${n + 1}`);
  await join(sourceId, audience);
  await shards
    .forId(sourceId)
    .d1.prepare("UPDATE sources SET mode = 'to-pull', mode_version = mode_version + 1 WHERE id = ?")
    .bind(sourceId)
    .run();
  const modeOf = async () => (await loadSources(shards, [sourceId])).get(sourceId)?.mode;
  const heal = await breakCell(services.stubs.cell('afr-2'));
  const { services: noted, called, sent } = watched();
  const item = await owe({ topic: 'mode', sourceId });
  sent.push(item);
  const perAttempt: number[] = [];
  const attempt = async () => {
    const next = sent.shift();
    if (!next) throw new Error('no message was sent');
    const before = called.length;
    const progress = await workOff(noted, [next]);
    perAttempt.push(called.length - before);
    return { next, ...progress };
  };
  while (perAttempt.length < 3) {
    const { done } = await attempt();
    expect([...done, await modeOf()]).toEqual(['to-pull']);
    expect(JSON.parse((await owed(item.id)) ?? '')).toEqual(sent[0]?.work);
  }
  expect(Math.max(...perAttempt)).toBeLessThanOrEqual(config.FANOUT_PAGE_CELLS);
  expect(called.toSorted()).toEqual(audience.toSorted());
  // Still ill: the same message comes again, and nobody else is called.
  const failing = await attempt();
  expect([...failing.retry]).toEqual([item.id]);
  await heal();
  sent.push(failing.next);
  expect([...(await attempt()).done]).toEqual([item.id]);
  expect(perAttempt.slice(3)).toEqual([1, 1]);
  expect([await modeOf(), sent]).toEqual(['pull', []]);
});

it('takes the progress of an earlier change for nothing', async () => {
  const ann = await aUser();
  const sourceId = ann.user.id;
  await join(sourceId, ['apac-1']);
  await shards
    .forId(sourceId)
    .d1.prepare("UPDATE sources SET mode = 'to-push', mode_version = 7 WHERE id = ?")
    .bind(sourceId)
    .run();
  const { services: noted, called } = watched();
  const item = await owe({ topic: 'mode', sourceId, progress: { version: 6, after: null, failed: [] } });
  expect([...(await workOff(noted, [item])).done]).toEqual([item.id]);
  expect((await loadSources(shards, [sourceId])).get(sourceId)?.mode).toBe('to-push');
  expect(called).toEqual([]);
});
