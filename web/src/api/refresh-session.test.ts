import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NetworkError } from './api-error.ts';
import { refreshSession } from './refresh-session.ts';

const PAIR = { accessToken: 'a', refreshToken: null, expiresIn: 3_600 };

/** The keys that were sent, each answered by the next of `answers`. */
function serve(...answers: (() => Response)[]): string[] {
  const keys: string[] = [];
  vi.stubGlobal('fetch', async (_url: string, { headers }: { headers: Record<string, string> }) => {
    keys.push(headers['Idempotency-Key'] ?? '');
    return answers[keys.length - 1]?.();
  });
  return keys;
}

const lost = () => {
  throw new TypeError('the line broke');
};
const answered = () => Response.json(PAIR);
const refused = (status: number) => () => Response.json({ status, code: 'x', title: 'x' }, { status });

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
});
afterEach(() => vi.unstubAllGlobals());

it('sends the same key until an answer has come, so that a lost one ends no session', async () => {
  const keys = serve(lost, refused(503), answered, answered);
  await expect(refreshSession()).rejects.toThrow(NetworkError);
  await expect(refreshSession()).rejects.toMatchObject({ status: 503 });
  await refreshSession();
  await refreshSession();
  expect(keys[0]).toMatch(/^[\w-]{36}$/);
  expect(keys.slice(0, 3)).toEqual(Array(3).fill(keys[0]));
  expect(keys[3]).not.toBe(keys[0]);
});

it('sends it again after a reload, and another once the session has ended', async () => {
  const keys = serve(lost, refused(401), answered);
  await expect(refreshSession()).rejects.toThrow(NetworkError);
  vi.resetModules();
  const reloaded = await import('./refresh-session.ts');
  await expect(reloaded.refreshSession()).rejects.toMatchObject({ status: 401 });
  await reloaded.refreshSession();
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

it('keeps the key in the page where storage is blocked', async () => {
  vi.stubGlobal('localStorage', undefined);
  const keys = serve(lost, answered);
  await expect(refreshSession()).rejects.toThrow(NetworkError);
  await refreshSession();
  expect(keys[1]).toBe(keys[0]);
});
