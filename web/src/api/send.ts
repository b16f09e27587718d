import { ApiError, NetworkError } from './api-error.ts';
import { toProblem } from './to-problem.ts';

export const API_BASE = '/api/v1';

export interface Sending {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  path: string;
  /** Sent as JSON; a blob as it is. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  keepalive?: boolean;
}

/** One request and its parsed JSON; anything but a 2xx throws an `ApiError`, a broken line a `NetworkError`. */
export async function send<T>({ method, path, body, headers, signal, keepalive }: Sending): Promise<T> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${API_BASE}${path}`, {
      method,
      headers: {
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': body instanceof Blob ? body.type : 'application/json' }),
        ...headers,
      },
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
      ...(keepalive ? { keepalive } : {}),
    });
    text = await response.text();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new NetworkError(error);
  }
  if (!response.ok) {
    const retryAfter = Number(response.headers.get('Retry-After'));
    throw new ApiError(toProblem(response.status, text), retryAfter > 0 ? retryAfter : undefined);
  }
  return (text ? JSON.parse(text) : undefined) as T;
}
