import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { Problem, Session, TokenPair } from '../../../shared/contracts/index.ts';
import { KEEP_MS } from '../../../shared/db/idempotency/claim-key.ts';
import { aUser, callApi, PASSWORD } from '../../../tests/support/a-user.ts';

const PARALLEL = 20;
const WEB = { 'X-Rimlight-Client': 'web' };

const refresh = (refreshToken: string) => callApi('POST', '/auth/refresh', { refreshToken });
const logOut = (refreshToken: string) => callApi('POST', '/auth/logout', { refreshToken });

async function refused(response: Response, code: string): Promise<void> {
  expect(response.status).toBe(401);
  expect((await response.json<Problem>()).code).toBe(code);
}

describe('a refresh token', () => {
  it('is exchanged for a pair that works', async () => {
    const { user, refreshToken } = await aUser();
    const response = await refresh(refreshToken);
    expect(response.status).toBe(200);
    const pair = await response.json<TokenPair>();
    expect(pair.refreshToken).not.toBe(refreshToken);
    const me = await callApi('GET', '/users/me', undefined, { Authorization: `Bearer ${pair.accessToken}` });
    expect(await me.json()).toMatchObject({ id: user.id });
    expect((await refresh(pair.refreshToken ?? '')).status).toBe(200);
  });

  it('ends the session when it is used twice', async () => {
    const { refreshToken } = await aUser();
    const pair = await (await refresh(refreshToken)).json<TokenPair>();
    await refused(await refresh(refreshToken), 'token-reused');
    await refused(await refresh(pair.refreshToken ?? ''), 'invalid-token');
  });

  it(`gives at most one new pair to ${PARALLEL} parallel refreshes, and the session is over`, async () => {
    const { refreshToken } = await aUser();
    const answers = await Promise.all(Array.from({ length: PARALLEL }, () => refresh(refreshToken)));
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    const pair = await won[0]?.json<TokenPair>();
    await refused(await refresh(pair?.refreshToken ?? ''), 'invalid-token');
  });

  it('of one session does not touch another', async () => {
    const { user, refreshToken } = await aUser();
    const login = await callApi('POST', '/users/login', { login: user.username, password: PASSWORD });
    const other = await login.json<Session>();
    await refresh(refreshToken);
    await refused(await refresh(refreshToken), 'token-reused');
    expect((await refresh(other.refreshToken ?? '')).status).toBe(200);
  });

  it('that was invented neither works nor ends the session', async () => {
    const { refreshToken } = await aUser();
    const pair = await (await refresh(refreshToken)).json<TokenPair>();
    const [userId, sessionId] = refreshToken.split('.');
    await refused(await refresh(`${userId}.${sessionId}.0.${'A'.repeat(44)}`), 'invalid-token');
    await refused(await refresh(`${userId}.${sessionId}.1.${'A'.repeat(44)}`), 'invalid-token');
    await refused(await refresh('nonsense'), 'invalid-token');
    expect((await refresh(pair.refreshToken ?? '')).status).toBe(200);
  });

  it('is missing: 401', async () => {
    await refused(await callApi('POST', '/auth/refresh', {}), 'invalid-token');
  });
});

describe('a refresh with an Idempotency-Key', () => {
  const key = () => ({ 'Idempotency-Key': crypto.randomUUID() });
  const refreshWith = (refreshToken: string, headers: Record<string, string>) =>
    callApi('POST', '/auth/refresh', { refreshToken }, headers);

  it('whose answer was lost answers the same refresh token again, and the session goes on', async () => {
    const { user, refreshToken } = await aUser();
    const headers = key();
    const answers = [await refreshWith(refreshToken, headers), await refreshWith(refreshToken, headers)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.map((answer) => answer.headers.get('idempotency-replayed'))).toEqual([null, 'true']);
    const [first, again] = await Promise.all(answers.map((answer) => answer.json<TokenPair>()));
    expect(again?.refreshToken).toBe(first?.refreshToken);
    const me = await callApi('GET', '/users/me', undefined, { Authorization: `Bearer ${again?.accessToken}` });
    expect(await me.json()).toMatchObject({ id: user.id });
    expect((await refresh(again?.refreshToken ?? '')).status).toBe(200);
  });

  it(`is one exchange, ${PARALLEL} times at once`, async () => {
    const { refreshToken } = await aUser();
    const headers = key();
    const answers = await Promise.all(Array.from({ length: PARALLEL }, () => refreshWith(refreshToken, headers)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const pairs = await Promise.all(answers.map((answer) => answer.json<TokenPair>()));
    expect(new Set(pairs.map((pair) => pair.refreshToken)).size).toBe(1);
  });

  it('ends the session when the token comes back with another key, or with none', async () => {
    for (const second of [key(), {}]) {
      const { refreshToken } = await aUser();
      const pair = await (await refreshWith(refreshToken, key())).json<TokenPair>();
      await refused(await refreshWith(refreshToken, second), 'token-reused');
      await refused(await refresh(pair.refreshToken ?? ''), 'invalid-token');
    }
  });

  it('ends the session when its own token was exchanged since', async () => {
    const { refreshToken } = await aUser();
    const headers = key();
    const pair = await (await refreshWith(refreshToken, headers)).json<TokenPair>();
    // A key belongs to the token that it came with: the same one makes another pair of the next token.
    const next = await refreshWith(pair.refreshToken ?? '', headers);
    expect(next.headers.get('idempotency-replayed')).toBeNull();
    expect((await next.json<TokenPair>()).refreshToken).not.toBe(pair.refreshToken);
    await refused(await refreshWith(refreshToken, headers), 'token-reused');
  });

  it('may be repeated for a day', async () => {
    for (const [age, status] of [
      [KEEP_MS - 60_000, 200],
      [KEEP_MS, 401],
    ] as const) {
      const { refreshToken } = await aUser();
      const headers = key();
      await refreshWith(refreshToken, headers);
      const [, sessionId] = refreshToken.split('.');
      for (const database of [env.SHARD_0, env.SHARD_1, env.SHARD_2, env.SHARD_3])
        await database
          .prepare('UPDATE sessions SET refreshed_at = refreshed_at - ? WHERE id = ?')
          .bind(age, sessionId)
          .run();
      expect((await refreshWith(refreshToken, headers)).status).toBe(status);
    }
  });

  it('answers the web app its cookie again', async () => {
    const { user } = await aUser();
    const login = await callApi('POST', '/users/login', { login: user.username, password: PASSWORD }, WEB);
    const cookie = login.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    const headers = { ...WEB, ...key(), Cookie: cookie };
    const answers = [
      await callApi('POST', '/auth/refresh', {}, headers),
      await callApi('POST', '/auth/refresh', {}, headers),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const [first, again] = answers.map((answer) => answer.headers.get('Set-Cookie')?.split(';')[0]);
    expect(first).toMatch(/^rimlight_refresh=./);
    expect(again).toBe(first);
  });
});

describe('logging out', () => {
  it('ends the session, and may be repeated', async () => {
    const { refreshToken } = await aUser();
    expect((await logOut(refreshToken)).status).toBe(204);
    expect((await logOut(refreshToken)).status).toBe(204);
    await refused(await refresh(refreshToken), 'invalid-token');
  });

  it('takes anything for a token, and an invented one ends nothing', async () => {
    const { refreshToken } = await aUser();
    const [userId, sessionId] = refreshToken.split('.');
    expect((await logOut('nonsense')).status).toBe(204);
    expect((await logOut(`${userId}.${sessionId}.0.${'A'.repeat(44)}`)).status).toBe(204);
    expect((await refresh(refreshToken)).status).toBe(200);
  });
});

describe('the web app', () => {
  async function aWebSession() {
    const { user } = await aUser();
    const response = await callApi('POST', '/users/login', { login: user.username, password: PASSWORD }, WEB);
    const header = response.headers.get('Set-Cookie') ?? '';
    return { session: await response.json<Session>(), header, cookie: header.split(';')[0] ?? '' };
  }

  it('gets the refresh token in a cookie that no script and no other site can use', async () => {
    const { session, header } = await aWebSession();
    expect(session.refreshToken).toBeNull();
    expect(header).toMatch(/^rimlight_refresh=[\w.-]+; /);
    expect(header.split('; ').slice(1).sort()).toEqual(
      ['HttpOnly', 'Max-Age=2592000', 'Path=/api/v1/auth', 'SameSite=Strict', 'Secure'].sort(),
    );
  });

  it('rotates by cookie', async () => {
    const { cookie } = await aWebSession();
    const response = await callApi('POST', '/auth/refresh', {}, { ...WEB, Cookie: cookie });
    expect(response.status).toBe(200);
    expect((await response.json<TokenPair>()).refreshToken).toBeNull();
    expect(response.headers.get('Set-Cookie')).not.toContain(cookie);
  });

  it('is refused without a cookie, even with a token in the body', async () => {
    const { refreshToken } = await aUser();
    await refused(await callApi('POST', '/auth/refresh', {}, WEB), 'invalid-token');
    await refused(await callApi('POST', '/auth/refresh', { refreshToken }, WEB), 'invalid-token');
  });

  it('is the only client whose cookie is read', async () => {
    const { cookie } = await aWebSession();
    await refused(await callApi('POST', '/auth/refresh', {}, { Cookie: cookie }), 'invalid-token');
  });

  it('loses the cookie on log-out', async () => {
    const { cookie } = await aWebSession();
    const response = await callApi('POST', '/auth/logout', {}, { ...WEB, Cookie: cookie });
    expect(response.status).toBe(204);
    expect(response.headers.get('Set-Cookie')).toMatch(/^rimlight_refresh=; .*Max-Age=0/);
    await refused(await callApi('POST', '/auth/refresh', {}, { ...WEB, Cookie: cookie }), 'invalid-token');
  });
});
