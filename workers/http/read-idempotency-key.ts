import { AppError } from '../../shared/errors/index.ts';
import type { AppContext } from './app-env.ts';

/** A key as it is: visible ASCII. */
const BARE = /^[\x21\x23-\x7e]{1,255}$/;
/** The same as a string of structured fields (RFC 9651), as draft-ietf-httpapi-idempotency-key-header writes it. */
const QUOTED = /^"((?:[\x21\x23-\x5b\x5d-\x7e]|\\["\\]){1,255})"$/;

/** The key of the request, if it carries one. In quotes or bare it is the same key: libraries send either. */
export function readIdempotencyKey(c: Pick<AppContext, 'req'>): string | undefined {
  const header = c.req.header('idempotency-key');
  if (header === undefined || BARE.test(header)) return header;
  const key = QUOTED.exec(header)?.[1];
  if (key !== undefined) return key.replace(/\\(.)/g, '$1');
  throw new AppError('malformed-request', {
    detail: 'Idempotency-Key: has 1 to 255 visible ASCII characters, bare or in double quotes.',
  });
}
