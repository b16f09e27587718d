import { createHmac } from 'node:crypto';

const LIFETIME_SECONDS = 4 * 3_600;

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** One access token, signed at once: a million of them are made while they are sent. */
export function signToken(
  { secret, issuer, keyId }: { secret: string; issuer: string; keyId?: string },
  subject: string,
  claims: Record<string, string> = {},
): string {
  const issuedAt = Math.floor(Date.now() / 1_000);
  const header = encode({ alg: 'HS256', ...(keyId === undefined ? {} : { kid: keyId }) });
  const payload = encode({ ...claims, sub: subject, iss: issuer, iat: issuedAt, exp: issuedAt + LIFETIME_SECONDS });
  const signature = createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url');
  return `${header}.${payload}.${signature}`;
}
