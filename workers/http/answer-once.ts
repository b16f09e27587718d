import { createHash } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import { claimKey, type KeptAnswer, keepAnswer, releaseKey } from '../../shared/db/idempotency/claim-key.ts';
import type { AppEnv } from './app-env.ts';
import { awaitFirstRun } from './await-first-run.ts';
import { fingerprintRequest } from './fingerprint-request.ts';
import { readIdempotencyKey } from './read-idempotency-key.ts';
import { refuseKey } from './refuse-key.ts';
import { requireViewer } from './require-viewer.ts';

/** Headers that belong to the answer itself; the others are made anew. */
const KEPT_HEADERS = ['content-type', 'location'];

/**
 * A write with an Idempotency-Key runs once: its answer is kept for a day, and the same request with the same key gets
 * that answer. A write that was refused did nothing, so its key is free again. Costs nothing without the header.
 */
export const answerOnce = createMiddleware<AppEnv>(async (c, next) => {
  const key = readIdempotencyKey(c);
  if (key === undefined) return next();
  const { services } = c.var;
  const fingerprint = await fingerprintRequest(c);
  const claim = { userId: requireViewer(c).id, key, fingerprint, claim: crypto.randomUUID() };
  const verdict = await awaitFirstRun(() => claimKey(services.shards, claim, Date.now()));
  if (verdict.is === 'done') return replay(verdict.answer);
  if (verdict.is !== 'ours') throw refuseKey(verdict.is);
  c.set('clientKey', createHash('sha256').update(`${key}\n${fingerprint}`).digest('base64url'));
  await next();
  if (c.res.ok) await keepAnswer(services.shards, claim, await readAnswer(c.res));
  else await releaseKey(services.shards, claim);
});

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
