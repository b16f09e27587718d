import { refreshSchema } from '../../../shared/contracts/index.ts';
import { revokeSession } from '../../../shared/db/accounts/revoke-session.ts';
import { hashRefreshToken } from '../../../shared/domain/accounts/refresh-token.ts';
import { jsonBody, noContent, route } from '../../http/route.ts';
import { findRefreshToken } from './find-refresh-token.ts';
import { dropRefreshCookie } from './refresh-cookie.ts';

/**
 * Ends the session of a refresh token. Done also when there is nothing to end. The session's access token, which no
 * database is asked about, stays good until it expires.
 */
export const logOut = route(
  {
    method: 'post',
    path: '/auth/logout',
    tags: ['accounts'],
    summary: 'Log out',
    access: 'public',
    limit: 'refresh',
    request: { body: jsonBody(refreshSchema) },
    responses: noContent,
  },
  async (c) => {
    const token = findRefreshToken(c, c.req.valid('json'));
    if (token) {
      const { userId, sessionId } = token;
      const tokenHash = await hashRefreshToken(token);
      await revokeSession(c.var.services.shards, { userId, sessionId, tokenHash, now: c.var.now });
    }
    dropRefreshCookie(c);
    return c.body(null, 204);
  },
);
