import { setCookie } from 'hono/cookie';
import type { TokenPair } from '../../../shared/contracts/index.ts';
import type { AppContext } from '../../http/app-env.ts';
import { signAccessToken } from './access-token.ts';
import { isWebClient, REFRESH_COOKIE, REFRESH_COOKIE_OPTIONS } from './refresh-cookie.ts';

type Granted = { userId: string; cell: string; sessionId: string; refreshToken: string };

/** The pair of a session. The web app gets the refresh token as a cookie that no script can read. */
export async function presentTokens(c: AppContext, granted: Granted): Promise<TokenPair> {
  const { TOKEN_KEYS, ACCESS_TOKEN_SECONDS, REFRESH_TOKEN_SECONDS } = c.var.services.config;
  const viewer = { id: granted.userId, cell: granted.cell, sessionId: granted.sessionId };
  const accessToken = await signAccessToken(TOKEN_KEYS, viewer, c.var.now, ACCESS_TOKEN_SECONDS);
  const inCookie = isWebClient(c);
  if (inCookie) {
    setCookie(c, REFRESH_COOKIE, granted.refreshToken, { ...REFRESH_COOKIE_OPTIONS, maxAge: REFRESH_TOKEN_SECONDS });
  }
  return { accessToken, refreshToken: inCookie ? null : granted.refreshToken, expiresIn: ACCESS_TOKEN_SECONDS };
}
