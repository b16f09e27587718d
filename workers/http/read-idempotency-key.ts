import { AppError } from '../../shared/errors/index.ts';
import type { AppContext } from './app-env.ts';

/** Visible ASCII, quoted or bare (draft-ietf-httpapi-idempotency-key-header). */
const KEY = /^"?([\x21\x23-\x7e]{1,255})"?$/;

/** The key of the request, if it carries one. */
export function readIdempotencyKey(c: AppContext): string | undefined {
  const header = c.req.header('idempotency-key');
  if (header === undefined) return undefined;
  const key = KEY.exec(header)?.[1];
  if (key) return key;
  throw new AppError('malformed-request', { detail: 'Idempotency-Key: has 1 to 255 visible ASCII characters.' });
}
