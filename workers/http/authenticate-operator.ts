import { timingSafeEqual } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import { AppError } from '../../shared/errors/index.ts';
import type { AppEnv } from './app-env.ts';

/** Lets in whoever has the operator's key (a secret of the deployment); users' tokens are of no use here. */
export const authenticateOperator = createMiddleware<AppEnv>(async (c, next) => {
  c.set('viewer', null);
  const header = c.req.header('authorization');
  if (!header) throw new AppError('unauthenticated', { headers: { 'WWW-Authenticate': 'Bearer' } });
  const key = /^Bearer (\S+)$/i.exec(header)?.[1] ?? '';
  if (!(await isSame(key, c.var.services.config.OPERATOR_KEY))) {
    throw new AppError('invalid-token', { headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' } });
  }
  await next();
});

/** Compares digests, so that neither content nor length shows in the time it takes. */
async function isSame(given: string, expected: string): Promise<boolean> {
  const digest = (text: string) => crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const [a, b] = await Promise.all([digest(given), digest(expected)]);
  return timingSafeEqual(new Uint8Array(a), new Uint8Array(b));
}
