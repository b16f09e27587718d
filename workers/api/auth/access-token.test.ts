import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { signAccessToken, verifyAccessToken } from './access-token.ts';

const OLD = { id: 'spring', secret: 'the key that signed until the rotation' };
const NEW = { id: 'summer', secret: 'the key that signs since the rotation' };
const VIEWER = { id: '01hq2m8k7w0c4', cell: 'weur-1', sessionId: '01hq2m8k7w0c5' };
const NOW = Date.UTC(2026, 5, 1);
const HOUR_SECONDS = 3_600;

const sign = (keys: (typeof OLD)[]) => signAccessToken(keys, VIEWER, NOW, HOUR_SECONDS);

describe('an access token', () => {
  it('carries the user, the cell and the session', async () => {
    expect(await verifyAccessToken([NEW], await sign([NEW]), NOW)).toEqual(VIEWER);
  });

  it('survives a rotation of keys until the old key is taken away', async () => {
    const token = await sign([OLD]);
    expect(await verifyAccessToken([NEW, OLD], token, NOW)).toEqual(VIEWER);
    expect(await verifyAccessToken([NEW], token, NOW)).toBeNull();
  });

  it('is signed by the first key', async () => {
    expect(await verifyAccessToken([NEW], await sign([NEW, OLD]), NOW)).toEqual(VIEWER);
  });

  it('is good for its lifetime and not a moment longer, also when it is known', async () => {
    const keys = [NEW];
    const token = await sign(keys);
    const end = NOW + HOUR_SECONDS * 1_000;
    expect(await verifyAccessToken(keys, token, end - 1)).toEqual(VIEWER);
    expect(await verifyAccessToken(keys, token, end)).toBeNull();
    expect(await verifyAccessToken([NEW], token, end)).toBeNull();
  });

  it('is refused when a character is changed, without a signature, or of another algorithm or issuer', async () => {
    const token = await sign([NEW]);
    const [header = '', payload = '', signature = ''] = token.split('.');
    const other = signature.startsWith('A') ? 'B' : 'A';
    const none = Buffer.from(JSON.stringify({ alg: 'none', kid: NEW.id })).toString('base64url');
    const secret = new TextEncoder().encode(NEW.secret.padEnd(64, '.'));
    const claims = () =>
      new SignJWT({ cell: VIEWER.cell, sid: VIEWER.sessionId }).setSubject(VIEWER.id).setExpirationTime('1h');
    const forged = [
      `${header}.${payload}.${other}${signature.slice(1)}`,
      `${header}.${payload}.`,
      `${none}.${payload}.`,
      await claims().setIssuer('rimlight').setProtectedHeader({ alg: 'HS512', kid: NEW.id }).sign(secret),
      await claims()
        .setIssuer('elsewhere')
        .setProtectedHeader({ alg: 'HS256', kid: NEW.id })
        .sign(new TextEncoder().encode(NEW.secret)),
    ];
    for (const text of forged) expect(await verifyAccessToken([NEW], text, NOW), text).toBeNull();
  });
});
