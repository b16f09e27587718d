import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { Me, Session } from '../../../shared/contracts/index.ts';
import { findUserByHandle } from '../../../shared/db/accounts/find-user.ts';
import { type Handle, reserveHandle } from '../../../shared/db/accounts/reserve-handle.ts';
import { KEEP_MS } from '../../../shared/db/idempotency/claim-key.ts';
import { callApi, PASSWORD } from '../../../tests/support/a-user.ts';
import { holderOf } from '../../../tests/support/holder-of.ts';
import { servicesFor, type WorkerEnv } from '../../services.ts';

const { shards, ids, stubs } = servicesFor(env as unknown as WorkerEnv);
const PARALLEL = 20;

let people = 0;
function aPerson() {
  const name = `retrying.${++people}`;
  return { username: name, email: `${name}@example.com`, password: PASSWORD, fullName: 'Retta Tring' };
}
type Person = ReturnType<typeof aPerson>;

const newKey = () => crypto.randomUUID();
const signUp = (person: Person, key?: string) =>
  callApi('POST', '/users/register', person, key === undefined ? {} : { 'Idempotency-Key': key });

async function countAccounts({ username }: Person): Promise<number> {
  const counts = await Promise.all(
    shards
      .all()
      .map(({ d1 }) =>
        d1.prepare('SELECT count(*) AS n FROM users WHERE username = ?').bind(username).first<number>('n'),
      ),
  );
  return counts.reduce<number>((sum, n) => sum + (n ?? 0), 0);
}

async function changeAccount(userId: string, assignment: string): Promise<void> {
  await shards.forId(userId).d1.prepare(`UPDATE users SET ${assignment} WHERE id = ?`).bind(userId).run();
}

describe('a sign-up with an Idempotency-Key', () => {
  it('whose answer was lost gets into its account when it is sent again', async () => {
    const person = aPerson();
    const key = newKey();
    const first = await signUp(person, key);
    const again = await signUp(person, key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect([first, again].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
    const [lost, session] = [await first.json<Session>(), await again.json<Session>()];
    expect(session.user).toEqual(lost.user);
    expect(session.refreshToken).not.toBe(lost.refreshToken);
    // The session works, and its refresh token is one of its own.
    const me = await callApi('GET', '/users/me', undefined, { Authorization: `Bearer ${session.accessToken}` });
    expect((await me.json<Me>()).id).toBe(lost.user.id);
    for (const { refreshToken } of [lost, session]) {
      expect((await callApi('POST', '/auth/refresh', { refreshToken })).status).toBe(200);
    }
    expect(await countAccounts(person)).toBe(1);
  });

  it('is a mismatch when anything that is sent differs', async () => {
    const person = aPerson();
    const key = newKey();
    expect((await signUp(person, key)).status).toBe(201);
    for (const change of [
      { username: 'quite.another' },
      { email: 'quite.another@example.com' },
      { password: 'another horse battery' },
      { fullName: 'Quite Another' },
    ]) {
      const answer = await signUp({ ...person, ...change }, key);
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({ code: 'idempotency-mismatch' });
    }
    // What was refused has taken no name.
    const other = { ...person, username: 'quite.another', email: 'quite.another@example.com' };
    expect((await signUp(other, newKey())).status).toBe(201);
  });

  it('tells with another key, or none, no more than that the name is taken', async () => {
    const person = aPerson();
    expect((await signUp(person, newKey())).status).toBe(201);
    for (const key of [newKey(), undefined]) {
      const answer = await signUp(person, key);
      expect(answer.status).toBe(409);
      expect(await answer.json()).toMatchObject({ code: 'username-taken', errors: [{ path: 'username' }] });
    }
    const byEmail = await signUp({ ...person, username: 'yet.another' }, newKey());
    expect(await byEmail.json()).toMatchObject({ code: 'email-taken', errors: [{ path: 'email' }] });
    // An account that was made without a key has none to be met with.
    const keyless = aPerson();
    expect((await signUp(keyless)).status).toBe(201);
    expect(await (await signUp(keyless, newKey())).json()).toMatchObject({ code: 'username-taken' });
  });

  it('is no retry after a day, nor of an account that is suspended or closed', async () => {
    for (const assignment of [`created_at = created_at - ${KEEP_MS}`, "status = 'suspended'", "status = 'deleted'"]) {
      const person = aPerson();
      const key = newKey();
      const { user } = await (await signUp(person, key)).json<Session>();
      await changeAccount(user.id, assignment);
      const answer = await signUp(person, key);
      expect(answer.status).toBe(409);
      expect(await answer.json()).toMatchObject({ code: 'username-taken' });
    }
  });

  it(`makes one account of ${PARALLEL} that come at the same time, and lets each of them in`, async () => {
    const person = aPerson();
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: PARALLEL }, () => signUp(person, key)));
    expect(answers.map(({ status }) => status)).toEqual(Array(PARALLEL).fill(201));
    const sessions = await Promise.all(answers.map((answer) => answer.json<Session>()));
    expect(new Set(sessions.map(({ user }) => user.id)).size).toBe(1);
    expect(new Set(sessions.map(({ refreshToken }) => refreshToken)).size).toBe(PARALLEL);
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1);
    expect(await countAccounts(person)).toBe(1);
  });

  it('waits for the first, which is on its way to an account', async () => {
    const person = aPerson();
    const key = newKey();
    let again: Promise<Response> | undefined;
    // The first waits for its cell, in a directory that is held until the second has come.
    const held = runInDurableObject(stubs.cellDirectory('enam'), (_, state) =>
      state.blockConcurrencyWhile(async () => {
        await expect.poll(() => again !== undefined).toBe(true);
      }),
    );
    const first = signUp(person, key);
    await expect.poll(() => holderOf(shards, { kind: 'email', value: person.email })).not.toBeNull();
    again = signUp(person, key);
    await held;
    expect([(await first).status, (await again).status]).toEqual([201, 201]);
    expect(await countAccounts(person)).toBe(1);
  });

  it('answers 409 with Retry-After while a sign-up that died still holds the name, and then takes it over', async () => {
    const person = aPerson();
    const key = newKey();
    const dead = ids.next(ids.randomShard(), Date.now());
    const handle: Handle = { kind: 'username', value: person.username };
    await reserveHandle(shards, handle, dead, Date.now());
    const waiting = await signUp(person, key);
    expect(waiting.status).toBe(409);
    expect(await waiting.json()).toMatchObject({ code: 'conflict' });
    expect(waiting.headers.get('retry-after')).toBe('1');
    await shards
      .forHandle(handle.kind, handle.value)
      .d1.prepare('UPDATE handles SET reserved_at = 0 WHERE value = ?')
      .bind(handle.value)
      .run();
    expect((await signUp(person, key)).status).toBe(201);
    expect((await findUserByHandle(shards, handle))?.username).toBe(person.username);
  });

  it('is refused with a key that is none', async () => {
    expect((await signUp(aPerson(), 'a b')).status).toBe(400);
  });
});
