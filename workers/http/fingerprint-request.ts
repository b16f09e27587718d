import { createHash, type Hash } from 'node:crypto';
import { AppError } from '../../shared/errors/index.ts';
import type { AppContext } from './app-env.ts';
import { mediaTypeOf } from './media-type.ts';

/**
 * SHA-256 of what a request asks for: method, path and body. A form counts by its fields, for every sending of it draws
 * another boundary.
 */
export async function fingerprintRequest(c: AppContext): Promise<string> {
  const { pathname, search } = new URL(c.req.url);
  const hash = createHash('sha256').update(`${c.req.method} ${pathname}${search}\n`);
  if (mediaTypeOf(c) === 'multipart/form-data') await addForm(hash, await readForm(c));
  else hash.update(new Uint8Array(await c.req.arrayBuffer()));
  return hash.digest('base64url');
}

async function readForm(c: AppContext): Promise<FormData> {
  try {
    return await c.req.formData();
  } catch {
    throw new AppError('malformed-request', { detail: 'The form could not be read.' });
  }
}

/** Names and sizes frame the values, so that no two forms write the same bytes. */
async function addForm(hash: Hash, form: FormData): Promise<void> {
  for (const [name, value] of form) {
    const isText = typeof value === 'string';
    const bytes = isText ? new TextEncoder().encode(value) : new Uint8Array(await value.arrayBuffer());
    const file = isText ? null : [value.name, value.type];
    hash.update(`${JSON.stringify([name, file, bytes.length])}\n`).update(bytes);
  }
}
