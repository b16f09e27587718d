import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { createMiddleware } from 'hono/factory';
import {
  type ClaimVerdict,
  claimKey,
  type KeptAnswer,
  type KeyClaim,
  keepAnswer,
  releaseKey,
} from '../../shared/db/idempotency/claim-key.ts';
import { AppError } from '../../shared/errors/index.ts';
import type { AppContext, AppEnv } from './app-env.ts';
import { fingerprintRequest } from './fingerprint-request.ts';
import { requireViewer } from './require-viewer.ts';

/** Visible ASCII, quoted or bare (draft-ietf-httpapi-idempotency-key-header). */
const KEY = /^"?([\x21\x23-\x7e]{1,255})"?$/;
/** A retry that meets the first request still running waits for its answer this often and long. */
const WAITS = 10;
const WAIT_MS = 200;
/** Headers that belong to the answer itself; the others are made anew. */
const KEPT_HEADERS = ['content-type', 'location'];

/**
 * A write with an Idempotency-Key runs once: its answer is kept for a day, and the same request with the same key gets
 * that answer. A write that was refused did nothing, so its key is free again. Costs nothing without the header.
 */
export const answerOnce = createMiddleware<AppEnv>(async (c, next) => {
  const header = c.req.header('idempotency-key');
  if (header === undefined) return next();
  const key = KEY.exec(header)?.[1];
  if (!key) {
    throw new AppError('malformed-request', { detail: 'Idempotency-Key: has 1 to 255 visible ASCII characters.' });
  }
  const { services } = c.var;
  const fingerprint = await fingerprintRequest(c);
  const claim = { userId: requireViewer(c).id, key, fingerprint, claim: crypto.randomUUID() };
  const verdict = await claimOrWait(c, claim);
  if (verdict.is === 'done') return replay(verdict.answer);
  if (verdict.is !== 'ours') throw refusal(verdict.is);
  c.set('clientKey', createHash('sha256').update(`${key}\n${fingerprint}`).digest('base64url'));
  await next();
  if (c.res.ok) await keepAnswer(services.shards, claim, await readAnswer(c.res));
  else await releaseKey(services.shards, claim);
});

async function claimOrWait(c: AppContext, claim: KeyClaim): Promise<ClaimVerdict> {
  const { services } = c.var;
  for (let waits = 0; ; waits++) {
    const verdict = await claimKey(services.shards, claim, Date.now());
    if (verdict.is !== 'running' || waits === WAITS) return verdict;
    await wait(WAIT_MS);
  }
}

function refusal(is: 'running' | 'mismatch'): AppError {
  if (is === 'mismatch') {
    return new AppError('idempotency-mismatch', { detail: 'This Idempotency-Key was used with another request.' });
  }
  return new AppError('conflict', {
    detail: 'The first request with this Idempotency-Key is still running.',
    headers: { 'Retry-After': '1' },
  });
}

async function readAnswer(response: Response): Promise<KeptAnswer> {
  const headers = KEPT_HEADERS.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return { status: response.status, headers: Object.fromEntries(headers), body: await response.clone().text() };
}

function replay({ status, headers, body }: KeptAnswer): Response {
  return new Response(body === '' ? null : body, { status, headers: { ...headers, 'Idempotency-Replayed': 'true' } });
}
