import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import type { Problem, Session } from '../../../shared/contracts/index.ts';
import { findUser } from '../../../shared/db/accounts/find-user.ts';
import { aUser, callApi, ORIGIN, PASSWORD } from '../../../tests/support/a-user.ts';
import { app } from '../../app.ts';
import { servicesFor, type WorkerEnv } from '../../services.ts';

it('logs in by username or e-mail address, whatever the case', async () => {
  const { user } = await aUser();
  for (const login of [user.username, user.username.toUpperCase(), user.email, ` ${user.email.toUpperCase()} `]) {
    const response = await callApi('POST', '/users/login', { login, password: PASSWORD });
    expect(response.status, login).toBe(200);
    expect((await response.json<Session>()).user.id).toBe(user.id);
  }
});

it('answers a wrong password and an unknown log-in alike', async () => {
  const { user } = await aUser();
  const problems = [];
  for (const login of [user.username, 'nobody.here', 'nobody@example.com']) {
    const response = await callApi('POST', '/users/login', { login, password: 'wrong password' });
    expect(response.status).toBe(401);
    problems.push({ ...(await response.json<Problem>()), requestId: '' });
  }
  expect(problems[0]?.code).toBe('invalid-credentials');
  expect(problems[1]).toEqual(problems[0]);
  expect(problems[2]).toEqual(problems[0]);
});

it('writes the hash anew when the cost has changed since', async () => {
  const { user } = await aUser();
  const login = { login: user.username, password: PASSWORD };
  const dearer = { ...env, PASSWORD_SCRYPT: '2048/8/1' };
  const logIn = (bindings: typeof dearer, body: object) =>
    app.request(
      `${ORIGIN}/api/v1/users/login`,
      { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) },
      bindings,
      createExecutionContext(),
    );
  const { shards } = servicesFor(dearer as unknown as WorkerEnv);
  const costOf = async () => (await findUser(shards, user.id))?.passwordHash.split('$').slice(0, 4).join('$');

  expect(await costOf()).toBe('scrypt$1024$8$1');
  expect((await logIn(dearer, { ...login, password: 'wrong password' })).status).toBe(401);
  expect(await costOf()).toBe('scrypt$1024$8$1');
  expect((await logIn(dearer, login)).status).toBe(200);
  expect(await costOf()).toBe('scrypt$2048$8$1');
  expect((await logIn(dearer, login)).status).toBe(200);
});

it('refuses a suspended account, with the reason, to its owner only', async () => {
  const { user, call, refreshToken } = await aUser();
  const { shards } = servicesFor(env as unknown as WorkerEnv);
  await shards.forId(user.id).d1.prepare("UPDATE users SET status = 'suspended' WHERE id = ?").bind(user.id).run();
  const right = await callApi('POST', '/users/login', { login: user.username, password: PASSWORD });
  expect(right.status).toBe(403);
  const wrong = await callApi('POST', '/users/login', { login: user.username, password: 'wrong password' });
  expect(wrong.status).toBe(401);
  expect((await callApi('POST', '/auth/refresh', { refreshToken })).status).toBe(401);
  expect((await call('GET', '/users/me')).status).toBe(401);
  expect((await callApi('GET', `/users/${user.id}`)).status).toBe(404);
});

it('limits tries by address, and says when to come back', async () => {
  const address = { 'CF-Connecting-IP': '203.0.113.9' };
  const tries = { ...env, LIMIT_LOG_INS_BY_ADDRESS: '3/60' };
  const attempt = () =>
    app.request(
      `${ORIGIN}/api/v1/users/login`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...address },
        body: JSON.stringify({ login: 'nobody', password: 'guess' }),
      },
      tries,
      createExecutionContext(),
    );
  const answers = [];
  for (let i = 0; i < 4; i++) answers.push(await attempt());
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 429]);
  expect(answers.map(({ headers }) => headers.get('RateLimit-Remaining'))).toEqual(['2', '1', '0', '0']);
  const [last] = answers.slice(-1);
  expect(last?.headers.get('RateLimit-Limit')).toBe('3');
  const wait = Number(last?.headers.get('Retry-After'));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(60);
  expect((await last?.json<Problem>())?.code).toBe('rate-limited');
});
