import { createExecutionContext } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../shared/contracts/index.ts';
import { aUser, ORIGIN, PASSWORD } from '../../tests/support/a-user.ts';
import { app } from '../app.ts';

const API = `${ORIGIN}/api/v1`;
/** Above the bound of JSON bodies. */
const TOO_MANY_BYTES = 300 * 1_024;

const post = (body: BodyInit | null, headers: Record<string, string> = { 'Content-Type': 'application/json' }) =>
  exports.default.fetch(`${API}/users/login`, { method: 'POST', body, headers });

async function expectProblem(response: Response, status: number, code: string): Promise<Problem> {
  expect(response.status).toBe(status);
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  const problem = await response.json<Problem>();
  expect(problem).toMatchObject({ status, code, type: `/docs#error-${code}` });
  expect(problem.title).toBeTruthy();
  expect(problem.requestId).toBe(response.headers.get('X-Request-Id'));
  return problem;
}

describe('a request that no route takes', () => {
  it('is a 404 with problem details', async () => {
    await expectProblem(await exports.default.fetch(`${API}/no/such/route`), 404, 'not-found');
  });

  it('is a 405 that says what the path takes, when the method is wrong', async () => {
    const deleted = await exports.default.fetch(`${API}/users/login`, { method: 'DELETE' });
    expect(deleted.headers.get('Allow')).toBe('OPTIONS, POST');
    await expectProblem(deleted, 405, 'method-not-allowed');
    // It also matches `GET /users/{id}`, where `login` is not an id.
    const read = await exports.default.fetch(`${API}/users/login`);
    expect(read.headers.get('Allow')).toBe('OPTIONS, POST');
    await expectProblem(read, 405, 'method-not-allowed');
    await expectProblem(await exports.default.fetch(`${API}/users/nobody`), 404, 'not-found');
    const put = await exports.default.fetch(`${API}/users/by-username/mira`, { method: 'PUT' });
    expect(put.headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
    await expectProblem(put, 405, 'method-not-allowed');
    await expectProblem(await exports.default.fetch(`${ORIGIN}/docs`, { method: 'POST' }), 405, 'method-not-allowed');
  });

  it('learns the methods by OPTIONS', async () => {
    const response = await exports.default.fetch(`${API}/users/me`, { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('Allow')).toContain('PATCH');
  });
});

describe('a body', () => {
  it('that is not JSON is a 400', async () => {
    for (const body of ['{', '', '{"login": }', 'login=mira'])
      await expectProblem(await post(body), 400, 'malformed-json');
    await expectProblem(await post(null), 400, 'malformed-json');
  });

  it('that does not call itself JSON is a 415', async () => {
    const json = JSON.stringify({ login: 'mira', password: PASSWORD });
    await expectProblem(await post(json, { 'Content-Type': 'text/plain' }), 415, 'unsupported-type');
    await expectProblem(await post(new URLSearchParams({ login: 'mira' }), {}), 415, 'unsupported-type');
    const form = new FormData();
    form.set('login', 'mira');
    await expectProblem(await post(form, {}), 415, 'unsupported-type');
  });

  it('of another shape is a 422 that names each field', async () => {
    const wrong = await post(JSON.stringify({ login: 7, remember: true }));
    const { errors = [] } = await expectProblem(wrong, 422, 'invalid-values');
    expect(errors.map(({ path }) => path).sort()).toEqual(['login', 'password', 'remember']);
    for (const body of ['null', '[]', '"text"', '7']) await expectProblem(await post(body), 422, 'invalid-values');
  });

  it('that is too long is a 413, whether it says its length or comes in chunks', async () => {
    const long = JSON.stringify({ login: 'x'.repeat(TOO_MANY_BYTES), password: PASSWORD });
    await expectProblem(await post(long), 413, 'too-large');
    const chunk = new TextEncoder().encode('x'.repeat(TOO_MANY_BYTES / 10));
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        if (sent++ < 20) controller.enqueue(chunk);
        else controller.close();
      },
    });
    await expectProblem(await post(endless), 413, 'too-large');
  });

  it('may be longer as a form, in whatever case it says so', async () => {
    for (const type of ['multipart/form-data', 'Multipart/Form-Data', 'MULTIPART/FORM-DATA ']) {
      const headers = { 'Content-Type': `${type}; boundary=x` };
      const response = await exports.default.fetch(`${API}/posts`, {
        method: 'POST',
        headers,
        body: 'x'.repeat(TOO_MANY_BYTES),
      });
      // It is taken, though not from nobody.
      await expectProblem(response, 401, 'unauthenticated');
    }
  });

  it('in chunks that is short enough is read', async () => {
    const { user } = await aUser();
    const bytes = new TextEncoder().encode(JSON.stringify({ login: user.username, password: PASSWORD }));
    const response = await post(new Blob([bytes.slice(0, 10), bytes.slice(10)]).stream());
    expect(response.status).toBe(200);
  });
});

describe('every answer', () => {
  it('carries a request id, its own or the one that was sent', async () => {
    const own = await exports.default.fetch(`${ORIGIN}/health`);
    expect(own.headers.get('X-Request-Id')).toMatch(/^[\w-]{8,64}$/);
    const given = await exports.default.fetch(`${ORIGIN}/health`, { headers: { 'X-Request-Id': 'from-a-client-1' } });
    expect(given.headers.get('X-Request-Id')).toBe('from-a-client-1');
    const unfit = await exports.default.fetch(`${ORIGIN}/health`, { headers: { 'X-Request-Id': '<script>' } });
    expect(unfit.headers.get('X-Request-Id')).not.toBe('<script>');
  });

  it('carries the security headers, errors too', async () => {
    for (const path of [
      '/health',
      '/docs',
      '/openapi.json',
      '/api/v1/nowhere',
      '/api/v1/users/me',
      '/api/v1/instance',
    ]) {
      const { headers } = await exports.default.fetch(`${ORIGIN}${path}`);
      expect(headers.get('X-Content-Type-Options'), path).toBe('nosniff');
      expect(headers.get('X-Frame-Options'), path).toBe('DENY');
      expect(headers.get('Referrer-Policy'), path).toBe('strict-origin-when-cross-origin');
      expect(headers.get('Content-Security-Policy'), path).toContain("frame-ancestors 'none'");
      expect(headers.get('Strict-Transport-Security'), path).toContain('max-age=');
      expect(headers.get('Cache-Control'), path).toBeTruthy();
    }
  });

  it('says nothing about a failure on our side', async () => {
    const broken = { ...env, SHARD_MAP: '0-8191:NOT_BOUND' };
    const response = await app.request(`${API}/instance`, {}, broken, createExecutionContext());
    const problem = await expectProblem(response, 500, 'internal');
    expect(JSON.stringify(problem)).not.toContain('NOT_BOUND');
    expect(problem.detail).toBeUndefined();
  });
});

describe('a page of another origin', () => {
  const PARTNER = 'https://partner.example';
  const configured = { ...env, CORS_ORIGINS: `${PARTNER}, https://second.example` };
  const ask = (init: RequestInit, bindings = configured) =>
    app.request(`${API}/instance`, init, bindings, createExecutionContext());
  const preflight = (origin: string, header: string) => ({
    method: 'OPTIONS',
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': header,
    },
  });

  it('may call when it is configured, without cookies', async () => {
    const { headers } = await ask({ headers: { Origin: PARTNER } });
    expect(headers.get('Access-Control-Allow-Origin')).toBe(PARTNER);
    expect(headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(headers.get('Access-Control-Expose-Headers')).toContain('Retry-After');
    expect(headers.get('Vary')).toContain('Origin');
  });

  it('may send a token, but not say that it is our web app', async () => {
    const response = await ask(preflight(PARTNER, 'authorization'));
    expect(response.status).toBe(204);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(PARTNER);
    const allowed = response.headers.get('Access-Control-Allow-Headers')?.toLowerCase() ?? '';
    expect(allowed).toContain('authorization');
    expect(allowed).not.toContain('x-rimlight-client');
  });

  it('gets no CORS header when it is not configured', async () => {
    for (const origin of ['https://evil.example', `${PARTNER}.evil.example`, 'null']) {
      for (const init of [{ headers: { Origin: origin } }, preflight(origin, 'authorization')]) {
        const { headers } = await ask(init);
        expect(headers.get('Access-Control-Allow-Origin'), origin).toBeNull();
        expect(headers.get('Vary'), origin).toContain('Origin');
      }
    }
    const { headers } = await ask({ headers: { Origin: PARTNER } }, env as typeof configured);
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
  });
});
