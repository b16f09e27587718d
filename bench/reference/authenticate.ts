import type { MiddlewareHandler } from 'hono';
import { jwtVerify } from 'jose';

export type AppEnv = { Variables: { userId: string } };

export const TOKEN_ISSUER = 'reference';

/** Checks the Bearer token of every request. */
export async function authenticate(secret: string): Promise<MiddlewareHandler<AppEnv>> {
  const key = await crypto.subtle.importKey('raw', Buffer.from(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'verify',
  ]);
  return async (context, next) => {
    const header = context.req.header('authorization');
    if (!header?.startsWith('Bearer ')) return context.json({ code: 'unauthenticated' }, 401);
    try {
      const { payload } = await jwtVerify(header.slice('Bearer '.length), key, {
        algorithms: ['HS256'],
        issuer: TOKEN_ISSUER,
      });
      context.set('userId', payload.sub ?? '');
    } catch {
      return context.json({ code: 'unauthenticated' }, 401);
    }
    await next();
  };
}
