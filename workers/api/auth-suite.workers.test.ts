import { env, exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../shared/contracts/index.ts';
import { aUser, ORIGIN } from '../../tests/support/a-user.ts';
import { servicesFor, type WorkerEnv } from '../services.ts';
import { signAccessToken } from './auth/access-token.ts';
import type { ApiDocument } from './docs/api-document.ts';
import { API_ROUTES } from './index.ts';
import { PLAIN_ROUTES } from './plain-routes.ts';

/** Routes that anybody may call without a token. A route is private unless somebody adds it here, for a reason. */
const OPEN_ROUTES: Record<string, string> = {
  'post /users/register': 'public: there is no account yet',
  'post /users/login': 'public: this is where tokens come from',
  'post /auth/refresh': 'public: the refresh token is the credential',
  'post /auth/logout': 'public: the refresh token is the credential',
  'get /instance': 'public: limits are told before sign-up',
  'get /users/{id}': 'optional: public profiles have a link to share',
  'get /users/by-username/{name}': 'optional: public profiles have a link to share',
  'get /users/{id}/followers': 'optional: a public profile shows its followers',
  'get /users/{id}/following': 'optional: a public profile shows whom it follows',
  'get /users/{id}/posts': 'optional: public profiles have a link to share',
  'get /posts/{id}': 'optional: public posts have a link to share',
  'get /posts/{id}/history': 'optional: a public post shows what its edits replaced',
  'get /posts/{id}/likes': 'optional: a public post shows who likes it',
  'get /posts/{id}/comments': 'optional: a public post shows its comments',
  'get /posts/{id}/comment': 'optional: the same under its other name',
  'get /comments/{id}': 'optional: a comment of a public post has a link to share',
  'get /comments/{id}/replies': 'optional: a public post shows its comments',
  'get /hashtags/{tag}/posts': 'optional: posts of public accounts are public',
  'get /media/{id}': 'optional: media of public posts are public',
  'get /media/{id}/video': 'optional: a video tag sends no token; the URL of a private one is signed',
  'get /media/{id}/hls': 'optional: a video tag sends no token; the URL of a private one is signed',
  'get /media/{id}/dash': 'optional: a video tag sends no token; the URL of a private one is signed',
  'get /media/{id}/captions/{language}': 'optional: a track tag sends no token; the URL of a private one is signed',
  'get /media/{id}/animated': 'optional: an image tag sends no token; the URL of a private one is signed',
  'get /media/{id}/{variant}': 'optional: an image tag sends no token; the URL of a private one is signed',
  'post /webhooks/stream': 'public: the signature of the delivery is the credential',
  'get /health': 'public: for load balancers',
  'get /health/ready': 'public: for load balancers; it names parts, not addresses',
};

/** Open routes that no limit counts. Any other names the limit of whoever calls it without a token. */
const UNLIMITED_ROUTES: Record<string, string> = {
  'get /health': 'answers a constant; a count would cost more than it does',
  'post /webhooks/stream': 'touches nothing before its signature is verified, and Stream may deliver as it likes',
};

const EXAMPLE_ID = '01hq2m8k7w0c4';
const HOUR_SECONDS = 3_600;

const named = [
  ...API_ROUTES.map((route) => ({ ...route, url: `/api/v1${route.path}` })),
  ...PLAIN_ROUTES.map((route) => ({ ...route, url: route.path })),
].map((route) => ({ ...route, name: `${route.method} ${route.path}` }));
const memberRoutes = named.filter(({ access }) => access === 'member');
const operatorRoutes = named.filter(({ access }) => access === 'operator');
const optionalRoutes = named.filter(({ access }) => access === 'optional');

type Named = (typeof named)[number];

/** Calls a route with an empty body: whoever is let past the token check gets another answer than 401. */
function callRoute({ method, url }: Named, headers: Record<string, string>): Promise<Response> {
  const hasBody = method !== 'get' && method !== 'delete';
  return exports.default.fetch(`${ORIGIN}${url.replaceAll(/\{\w+\}/g, EXAMPLE_ID)}`, {
    method: method.toUpperCase(),
    headers: { ...(hasBody ? { 'Content-Type': 'application/json' } : {}), ...headers },
    ...(hasBody ? { body: '{}' } : {}),
  });
}

const withToken = (token: string) => ({ Authorization: `Bearer ${token}` });
const { config } = servicesFor(env as unknown as WorkerEnv);
const viewer = { id: EXAMPLE_ID, cell: 'enam-1', sessionId: EXAMPLE_ID };

async function expectRefused(route: Named, headers: Record<string, string>, code: string): Promise<void> {
  const response = await callRoute(route, headers);
  expect(response.status, route.name).toBe(401);
  expect(response.headers.get('Content-Type'), route.name).toBe('application/problem+json');
  expect(response.headers.get('WWW-Authenticate'), route.name).toMatch(/^Bearer/);
  expect((await response.json<Problem>()).code, route.name).toBe(code);
}

it('opens no route that is not listed with its reason', () => {
  const open = named
    .filter(({ access }) => access === 'public' || access === 'optional')
    .map(({ name, access }) => `${access} ${name}`);
  const listed = Object.entries(OPEN_ROUTES).map(([name, reason]) => `${reason.slice(0, reason.indexOf(':'))} ${name}`);
  expect(open.sort()).toEqual(listed.sort());
});

it('limits every route that is open, but for those that are listed with their reason', () => {
  const unlimited = named.filter(({ name, limit }) => name in OPEN_ROUTES && limit === undefined);
  expect(unlimited.map(({ name }) => name).sort()).toEqual(Object.keys(UNLIMITED_ROUTES).sort());
});

it('declares in the OpenAPI document who may call each route', async () => {
  const response = await exports.default.fetch(`${ORIGIN}/openapi.json`);
  const { paths } = await response.json<ApiDocument>();
  const declared = {
    member: [{ bearer: [] }],
    optional: [{ bearer: [] }, {}],
    public: [],
    operator: [{ operator: [] }],
  };
  for (const { method, url, access, name } of named) {
    expect(paths[url]?.[method]?.security, name).toEqual(declared[access]);
  }
});

describe.each(memberRoutes)('$name', (route) => {
  it('answers 401 without a token', () => expectRefused(route, {}, 'unauthenticated'));

  it('answers 401 to a token that is none', async () => {
    for (const value of ['Bearer garbage', 'Bearer a.b.c', 'Bearer ', 'Basic bWlyYTpzZWNyZXQ=', 'garbage']) {
      await expectRefused(route, { Authorization: value }, 'invalid-token');
    }
  });

  it('answers 401 to an expired token', async () => {
    const anHourAgo = Date.now() - HOUR_SECONDS * 1_000;
    const token = await signAccessToken(config.TOKEN_KEYS, viewer, anHourAgo, HOUR_SECONDS - 1);
    await expectRefused(route, withToken(token), 'invalid-token');
  });

  it('answers 401 to a token signed by another key, whichever name the key has', async () => {
    for (const id of ['local', 'unknown']) {
      const keys = [{ id, secret: 'a key that this server does not have' }];
      const token = await signAccessToken(keys, viewer, Date.now(), HOUR_SECONDS);
      await expectRefused(route, withToken(token), 'invalid-token');
    }
  });

  it('lets a member past the token check', async () => {
    const { token } = await aUser();
    const response = await callRoute(route, withToken(token));
    expect(response.status, await response.text()).not.toBe(401);
    expect(response.status).toBeLessThan(500);
  });
});

describe.each(operatorRoutes)('$name', (route) => {
  it('answers 401 without the operator key, and to a member', async () => {
    await expectRefused(route, {}, 'unauthenticated');
    await expectRefused(route, withToken('rimlight-wrong-operator-key'), 'invalid-token');
    await expectRefused(route, withToken((await aUser()).token), 'invalid-token');
  });

  it('lets the operator past', async () => {
    const response = await callRoute(route, withToken(config.OPERATOR_KEY));
    expect(response.status, await response.text()).not.toBe(401);
    expect(response.status).toBeLessThan(500);
  });
});

describe.each(optionalRoutes)('$name', (route) => {
  it('answers without a token, but not to a wrong one', async () => {
    expect((await callRoute(route, {})).status).not.toBe(401);
    await expectRefused(route, withToken('a.b.c'), 'invalid-token');
  });
});
