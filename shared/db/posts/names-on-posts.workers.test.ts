import { applyD1Migrations, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { createIdGenerator } from '../../ids/index.ts';

const ids = createIdGenerator();

it('owes the names of accounts that were closed before names were taken off', async () => {
  const { TEST_MIGRATIONS, SHARD_0 } = env;
  const namesCame = TEST_MIGRATIONS.findIndex(({ name }) => name.includes('named_people'));
  await reset();
  await applyD1Migrations(SHARD_0, TEST_MIGRATIONS.slice(0, namesCame));
  const [closed, active] = [ids.next(0, Date.now()), ids.next(0, Date.now())];
  for (const [id, status] of [
    [closed, 'deleted'],
    [active, 'active'],
  ] as const) {
    const user = SHARD_0.prepare(
      `INSERT INTO users (id, username, email, password_hash, cell_id, status, created_at, updated_at)
        VALUES (?1, ?1, '', '', 'weur-0', ?2, 5, 7)`,
    );
    await user.bind(id, status).run();
  }
  await applyD1Migrations(SHARD_0, TEST_MIGRATIONS);
  const owed = await SHARD_0.prepare('SELECT id, topic, payload, due_at AS dueAt FROM outbox').all<{ dueAt: number }>();
  expect(owed.results).toEqual([
    {
      id: closed,
      topic: 'account',
      payload: JSON.stringify({ topic: 'account', userId: closed }),
      dueAt: expect.any(Number),
    },
  ]);
  expect(owed.results[0]?.dueAt).toBeGreaterThan(Date.now());
});
