import { getCookie } from 'hono/cookie';
import { type RefreshToken, readRefreshToken } from '../../../shared/domain/accounts/refresh-token.ts';
import type { AppContext } from '../../http/app-env.ts';
import { isWebClient, REFRESH_COOKIE } from './refresh-cookie.ts';

/** The refresh token of a request: the web app's cookie, or everybody else's body. */
export function findRefreshToken(c: AppContext, body: { refreshToken?: string | undefined }): RefreshToken | undefined {
  const text = isWebClient(c) ? getCookie(c, REFRESH_COOKIE) : body.refreshToken;
  return text ? readRefreshToken(text) : undefined;
}
