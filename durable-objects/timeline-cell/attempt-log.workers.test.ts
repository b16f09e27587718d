import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { aUser } from '../../tests/support/a-user.ts';
import { aWorld } from '../../tests/support/a-world.ts';
import { moveUser } from '../../workers/cells/move-user.ts';
import { servicesFor, type WorkerEnv } from '../../workers/services.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const PARALLEL = 200;
const LIMIT = 37;
const HOUR = 3_600_000;
const act = (attempts: number) => ({ action: 'like', rule: { attempts, windowMs: HOUR } });

async function aReader() {
  const world = aWorld();
  const { reader, cell } = await world.reader();
  const author = world.author();
  const postId = await world.publish(author);
  const like = (limit: number, now: number, liked = true) =>
    cell.like({ userId: reader, postId, authorId: author, authorIsPrivate: false }, liked, now, act(limit));
  return { cell, reader, like };
}

describe('the likes that a cell limits', () => {
  it(`are exactly the limit of ${PARALLEL} parallel ones, of posts and of what it does not do itself`, async () => {
    const { cell, reader, like } = await aReader();
    const now = Date.now();
    const verdicts = await Promise.all(
      Array.from({ length: PARALLEL }, async (_, i) =>
        i % 2 ? (await like(LIMIT, now)).attempt : cell.takeAttempt(reader, act(LIMIT), now),
      ),
    );
    expect(verdicts.filter((verdict) => verdict?.allowed)).toHaveLength(LIMIT);
  });

  it('are not made when they are refused, and are again when the window has moved on', async () => {
    const { cell, reader, like } = await aReader();
    const now = Date.now();
    await cell.takeAttempt(reader, act(1), now);
    expect(await like(1, now + 10)).toEqual({
      ok: false,
      code: 'rate-limited',
      attempt: { allowed: false, remaining: 0, resetMs: HOUR - 10 },
    });
    expect((await like(1, now + HOUR)).ok).toBe(true);
  });

  it('are remembered across an eviction, in one row a user that holds one window', async () => {
    const { cell, reader, like } = await aReader();
    const now = Date.now();
    for (const at of [now - 2 * HOUR, now, now + 1, now + 2]) await like(3, at);
    await evictDurableObject(cell);
    expect((await like(3, now + 3)).attempt).toEqual({ allowed: false, remaining: 0, resetMs: HOUR - 3 });
    const rows = await runInDurableObject(cell, (_cell, { storage }) =>
      storage.sql.exec('SELECT user_id, slots FROM attempts').toArray(),
    );
    const slots = [now, now + 1, now + 2].flatMap((at) => [at, at, 1]);
    expect(rows).toEqual([{ user_id: reader, slots: JSON.stringify(slots) }]);
  });

  it('go along when their user moves', async () => {
    const { user } = await aUser();
    const now = Date.now();
    const cellIdOf = async () =>
      (await services.shards
        .forId(user.id)
        .d1.prepare('SELECT cell_id FROM users WHERE id = ?')
        .bind(user.id)
        .first<string>('cell_id')) ?? '';
    const from = await cellIdOf();
    await services.stubs.cell(from).takeAttempt(user.id, act(2), now);
    await moveUser(services, { userId: user.id, fromCell: from, toCell: 'apac-9' });
    const verdict = await services.stubs.cell('apac-9').takeAttempt(user.id, act(2), now + 1);
    expect(verdict).toEqual({ allowed: true, remaining: 0, resetMs: HOUR - 1 });
  });
});
