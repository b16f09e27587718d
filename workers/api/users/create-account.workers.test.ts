import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { findUserByHandle } from '../../../shared/db/accounts/find-user.ts';
import { type Handle, reserveHandle } from '../../../shared/db/accounts/reserve-handle.ts';
import { ORIGIN, PASSWORD } from '../../../tests/support/a-user.ts';
import { holderOf } from '../../../tests/support/holder-of.ts';
import { app } from '../../app.ts';
import { servicesFor, type WorkerEnv } from '../../services.ts';
import { createAccount } from './create-account.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const { shards, ids, stubs } = services;
const TWO_MINUTES = 120_000;

const aSignUp = (username: string) => ({
  username,
  email: `${username}@example.com`,
  password: PASSWORD,
  fullName: '',
  region: 'afr' as const,
});

it('gives up a sign-up so slow that another took its name, and leaves nothing of it', async () => {
  const handle: Handle = { kind: 'username', value: 'slow.person' };
  const quicker = ids.next(ids.randomShard(), Date.now());
  // The slow one waits for its cell, in a directory that is held until the quicker one has the name.
  const held = runInDurableObject(stubs.cellDirectory('afr'), (_, state) =>
    state.blockConcurrencyWhile(async () => {
      await expect.poll(() => holderOf(shards, handle)).not.toBeNull();
      expect(await reserveHandle(shards, handle, quicker, Date.now())).toBe(true);
    }),
  );
  const slow = createAccount(services, aSignUp(handle.value), Date.now() - TWO_MINUTES);
  await expect(slow).rejects.toMatchObject({ code: 'username-taken' });
  await held;

  expect(await holderOf(shards, handle)).toBe(quicker);
  expect(await holderOf(shards, { kind: 'email', value: 'slow.person@example.com' })).toBeNull();
  for (const { d1 } of shards.all()) {
    const left = await d1.prepare("SELECT count(*) AS n FROM users WHERE username = 'slow.person'").first<number>('n');
    expect(left).toBe(0);
  }
});

it('takes over the names of a sign-up that died before its account was written', async () => {
  const dead = ids.next(ids.randomShard(), Date.now());
  const handles: Handle[] = [
    { kind: 'username', value: 'left.behind' },
    { kind: 'email', value: 'left.behind@example.com' },
  ];
  for (const handle of handles) await reserveHandle(shards, handle, dead, Date.now() - TWO_MINUTES);
  const { user } = await createAccount(services, aSignUp('left.behind'), Date.now());
  for (const handle of handles) expect((await findUserByHandle(shards, handle))?.id).toBe(user.id);
});

it('opens a cell near to where the person is', async () => {
  const request = new Request(`${ORIGIN}/api/v1/users/register`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username: 'in.lisbon', email: 'in.lisbon@example.com', password: PASSWORD }),
    cf: { continent: 'EU', country: 'PT', longitude: '-9.1' },
  });
  expect((await app.request(request, undefined, env)).status).toBe(201);
  expect((await findUserByHandle(shards, { kind: 'username', value: 'in.lisbon' }))?.cellId).toMatch(/^weur-\d+$/);
});
