import { exports } from 'cloudflare:workers';
import type { Me, Session } from '../../shared/contracts/index.ts';

export type UserOptions = {
  username?: string;
  email?: string;
  password?: string;
  fullName?: string;
  isPrivate?: boolean;
};

/** A person of a test, signed up through the API. */
export type TestUser = {
  user: Me;
  token: string;
  refreshToken: string;
  password: string;
  /** Calls `/api/v1<path>` with the person's token; a body is sent as JSON. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
};

export const ORIGIN = 'https://rimlight.test';
export const PASSWORD = 'correct horse battery';

/** Calls `/api/v1<path>` as nobody, each time from another address, so that limits by address are not met by chance. */
export function callApi(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return exports.default.fetch(`${ORIGIN}/api/v1${path}`, {
    method,
    headers: {
      'CF-Connecting-IP': randomAddress(),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Makes a person; what is not given is drawn. */
export async function aUser({ isPrivate = false, ...given }: UserOptions = {}): Promise<TestUser> {
  const name = `u${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`;
  const signUp = { username: name, email: `${name}@example.com`, password: PASSWORD, ...given };
  const response = await callApi('POST', '/users/register', signUp);
  if (response.status !== 201) throw new Error(`sign-up answered ${response.status}: ${await response.text()}`);
  const { user, accessToken, refreshToken } = await response.json<Session>();
  const call: TestUser['call'] = (method, path, body, headers = {}) =>
    callApi(method, path, body, { Authorization: `Bearer ${accessToken}`, ...headers });
  const me = isPrivate ? await (await call('PATCH', '/users/me', { isPrivate })).json<Me>() : user;
  return { user: me, token: accessToken, refreshToken: refreshToken ?? '', password: signUp.password, call };
}

/** An address of the range for documentation (RFC 3849), each in a network of its own. */
function randomAddress(): string {
  const [a = 0, b = 0] = crypto.getRandomValues(new Uint16Array(2));
  return `2001:db8:${a.toString(16)}:${b.toString(16)}::1`;
}
