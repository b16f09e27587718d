import type { MiddlewareHandler } from 'hono';
import { jwtVerify } from 'jose';

export type AppEnv = { Variables: { userId: string } };

export const TOKEN_ISSUER = 'reference';
/** Verified tokens kept by a process: a signature is checked once, its expiry on every request. */
const MAX_CACHED = 50_000;

/** Checks the Bearer token of every request. */
export async function authenticate(secret: string): Promise<MiddlewareHandler<AppEnv>> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', Buffer.from(secret), algorithm, false, ['verify']);
  const verified = new Map<string, { userId: string; expiresAt: number }>();
  const verify = async (token: string) => {
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], issuer: TOKEN_ISSUER });
    const session = { userId: payload.sub ?? '', expiresAt: (payload.exp ?? 0) * 1_000 };
    if (verified.size >= MAX_CACHED) verified.clear();
    verified.set(token, session);
    return session;
  };
  return async (context, next) => {
    const header = context.req.header('authorization');
    if (!header?.startsWith('Bearer ')) return context.json({ code: 'unauthenticated' }, 401);
    const token = header.slice('Bearer '.length);
    const session = verified.get(token) ?? (await verify(token).catch(() => undefined));
    if (!session || session.expiresAt <= Date.now()) return context.json({ code: 'invalid-token' }, 401);
    context.set('userId', session.userId);
    await next();
  };
}
