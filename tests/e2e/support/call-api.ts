import type { Session } from '../../../shared/contracts/index.ts';
import type { Person } from './person.ts';

/** Calls the API beside somebody's browser, as another device of theirs would. */
export type CallApi = <T>(method: string, path: string, body?: unknown, contentType?: string) => Promise<T>;

export async function callApiAs({ username, password }: Person, url: string): Promise<CallApi> {
  const send = async <T>(
    method: string,
    path: string,
    body: unknown,
    { contentType = 'application/json', token = '' },
  ): Promise<T> => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { 'Content-Type': contentType, ...(token ? { Authorization: `Bearer ${token}` } : {}) },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  };
  const { accessToken } = await send<Session>('POST', '/users/login', { login: username, password }, {});
  return (method, path, body, contentType) =>
    send(method, path, body, { token: accessToken, ...(contentType ? { contentType } : {}) });
}
