import { createHash } from 'node:crypto';

/** What an account keeps of the Idempotency-Key it was made with: nobody who reads it can send the key. */
export function digestSignUpKey(key: string, userId: string): string {
  return createHash('sha256').update(`${userId}\n${key}`).digest('base64url');
}
