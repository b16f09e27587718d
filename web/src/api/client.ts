import { findAccessToken, hasHeldAccessToken } from './access-token.ts';
import { isStatus } from './api-error.ts';
import { refreshSession } from './refresh-session.ts';
import { type Sending, send } from './send.ts';

type Query = Record<string, string | number | undefined>;

function withQuery(path: string, query: Query | undefined): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) if (value !== undefined) params.set(key, String(value));
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

/** Sends with the session's token if there is one; an expired one is renewed, once. */
async function call<T>(sending: Sending): Promise<T> {
  const hadSession = hasHeldAccessToken();
  const token = findAccessToken() ?? (hadSession ? await refreshSession() : undefined);
  const attempt = (bearer: string | undefined) =>
    send<T>({ ...sending, headers: { ...sending.headers, ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}) } });
  try {
    return await attempt(token);
  } catch (error) {
    // A wrong password is no matter of the token.
    if (!token || !isStatus(error, 401) || error.code === 'invalid-credentials') throw error;
    return attempt(await refreshSession());
  }
}

/** The API by verb. `T` is the contract's type of the answer. */
export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) =>
    call<T>({ method: 'GET', path: withQuery(path, query), signal }),
  /** `keepalive` lets the request outlive the page. */
  post: <T>(path: string, body: unknown = {}, headers: Record<string, string> = {}, keepalive = false) =>
    call<T>({ method: 'POST', path, body, headers, keepalive }),
  put: <T>(path: string, body: unknown, signal?: AbortSignal) => call<T>({ method: 'PUT', path, body, signal }),
  patch: <T>(path: string, body: unknown) => call<T>({ method: 'PATCH', path, body }),
  delete: <T>(path: string, body?: unknown) => call<T>({ method: 'DELETE', path, body }),
};
