import { jwtVerify, SignJWT } from 'jose';
import type { Config } from '../../../shared/config/index.ts';
import { RecentMap } from '../../../shared/domain/caching/recent-map.ts';
import type { Viewer } from '../../http/app-env.ts';

const ISSUER = 'rimlight';
const ALGORITHM = 'HS256';
const BEARER = 'Bearer ';
/** Verified tokens kept by an isolate: a signature is checked once, its expiry on every request. */
const MAX_CACHED = 50_000;

type VerifiedTokens = RecentMap<string, { viewer: Viewer; expiresAt: number }>;

/** By the configuration's keys: a token is known only to the keys that it was checked with. */
const verifiedBy = new WeakMap<Config['TOKEN_KEYS'], VerifiedTokens>();
const secrets = new Map<string, Uint8Array>();

/** Signs an access token (JWT, HS256, RFC 7519) with the first key; it carries the user, the cell and the session. */
export async function signAccessToken(
  keys: Config['TOKEN_KEYS'],
  viewer: Viewer,
  now: number,
  lifetimeSeconds: number,
): Promise<string> {
  const [key] = keys;
  if (!key) throw new Error('TOKEN_KEYS is empty');
  const issuedAt = Math.floor(now / 1_000);
  return new SignJWT({ cell: viewer.cell, sid: viewer.sessionId })
    .setProtectedHeader({ alg: ALGORITHM, kid: key.id })
    .setIssuer(ISSUER)
    .setSubject(viewer.id)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .sign(secretBytes(key.secret));
}

/** The viewer of a valid, unexpired token signed by any of the keys; null otherwise. */
export async function verifyAccessToken(
  keys: Config['TOKEN_KEYS'],
  token: string,
  now: number,
): Promise<Viewer | null> {
  const verified = verifiedTokens(keys);
  const known = verified.get(token);
  if (known) return known.expiresAt > now ? known.viewer : null;
  try {
    const { payload } = await jwtVerify(
      token,
      ({ kid }) => {
        const key = keys.find(({ id }) => id === kid);
        if (!key) throw new Error('unknown key');
        return secretBytes(key.secret);
      },
      { algorithms: [ALGORITHM], issuer: ISSUER, currentDate: new Date(now), requiredClaims: ['exp', 'sub'] },
    );
    if (typeof payload.cell !== 'string' || typeof payload.sid !== 'string' || !payload.sub || !payload.exp)
      return null;
    const viewer = { id: payload.sub, cell: payload.cell, sessionId: payload.sid };
    verified.set(token, { viewer, expiresAt: payload.exp * 1_000 });
    return viewer;
  } catch {
    return null;
  }
}

/** When the token of a bearer header that was verified here expires (Unix ms). */
export function findTokenExpiry(keys: Config['TOKEN_KEYS'], authorization: string): number | undefined {
  return findVerified(keys, authorization)?.expiresAt;
}

/** The viewer of a bearer header that was verified here, and whose token has not expired. */
export function findViewer(keys: Config['TOKEN_KEYS'], authorization: string, now: number): Viewer | undefined {
  const verified = findVerified(keys, authorization);
  return verified && verified.expiresAt > now ? verified.viewer : undefined;
}

function findVerified(keys: Config['TOKEN_KEYS'], authorization: string) {
  return authorization.startsWith(BEARER) ? verifiedTokens(keys).get(authorization.slice(BEARER.length)) : undefined;
}

function verifiedTokens(keys: Config['TOKEN_KEYS']): VerifiedTokens {
  let tokens = verifiedBy.get(keys);
  if (!tokens) {
    tokens = new RecentMap(MAX_CACHED);
    verifiedBy.set(keys, tokens);
  }
  return tokens;
}

function secretBytes(secret: string): Uint8Array {
  let bytes = secrets.get(secret);
  if (!bytes) {
    bytes = new TextEncoder().encode(secret);
    secrets.set(secret, bytes);
  }
  return bytes;
}
