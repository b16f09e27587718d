import { SignJWT } from 'jose';
import type { Network, Person } from '../graph/network.ts';

const LIFETIME = '4h';

/** An access token for everyone, as the stack's own log-in would sign it (JWT, HS256). */
export function signTokens(
  network: Network,
  signer: { secret: string; issuer: string; keyId?: string; claimsOf?: (person: Person) => Record<string, string> },
): Promise<string[]> {
  const key = Buffer.from(signer.secret);
  const header = { alg: 'HS256', ...(signer.keyId === undefined ? {} : { kid: signer.keyId }) };
  return Promise.all(
    network.people.map((person) =>
      new SignJWT(signer.claimsOf?.(person) ?? {})
        .setProtectedHeader(header)
        .setSubject(person.id)
        .setIssuer(signer.issuer)
        .setIssuedAt()
        .setExpirationTime(LIFETIME)
        .sign(key),
    ),
  );
}
