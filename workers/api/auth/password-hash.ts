import { Buffer } from 'node:buffer';
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { ScryptCost } from '../../../shared/config/index.ts';

const SALT_BYTES = 16;
const KEY_BYTES = 32;
const PATTERN = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/;

/** A new hash, written with its parameters: `scrypt$N$r$p$salt$key` (RFC 7914; salt and key in base64url). */
export async function hashPassword(password: string, cost: ScryptCost): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Whether the password is the hash's; `outdated` when the hash has another cost than a new one would. */
export async function checkPassword(
  password: string,
  hash: string,
  cost: ScryptCost,
): Promise<{ correct: boolean; outdated: boolean }> {
  const match = PATTERN.exec(hash);
  if (!match) throw new Error('a stored password hash is not of the form scrypt$N$r$p$salt$key');
  const [, N, r, p, salt = '', key = ''] = match;
  const stored = { N: Number(N), r: Number(r), p: Number(p) };
  const derived = await derive(password, Buffer.from(salt, 'base64url'), stored);
  return {
    correct: timingSafeEqual(derived, Buffer.from(key, 'base64url')),
    outdated: stored.N !== cost.N || stored.r !== cost.r || stored.p !== cost.p,
  };
}

/** Takes as long as a check: somebody who measures cannot tell an unknown log-in from a wrong password. */
export async function pretendToCheckPassword(password: string, cost: ScryptCost): Promise<void> {
  await derive(password, Buffer.alloc(SALT_BYTES), cost);
}

function derive(password: string, salt: Buffer, { N, r, p }: ScryptCost): Promise<Buffer> {
  // Twice the working set of 128 × N × r bytes: the check counts more than the set itself.
  const maxmem = 256 * N * r + 128 * r * p;
  // NFKC, so that one password typed on two keyboards is one password (RFC 8265).
  const text = password.normalize('NFKC');
  return new Promise((resolve, reject) => {
    scrypt(text, salt, KEY_BYTES, { N, r, p, maxmem }, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
