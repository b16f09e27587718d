import { deleteCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import { WEB_CLIENT, WEB_CLIENT_HEADER } from '../../../shared/contracts/index.ts';
import type { AppContext } from '../../http/app-env.ts';

export const REFRESH_COOKIE = 'rimlight_refresh';

/** Sent to the refresh and log-out routes only. Browsers treat `localhost` as secure, so it works on a laptop too. */
export const REFRESH_COOKIE_OPTIONS = {
  httpOnly: true,
  secure: true,
  sameSite: 'Strict',
  path: '/api/v1/auth',
} as const satisfies CookieOptions;

/** Whether the request says it is the web app: only then is the cookie read or written. */
export function isWebClient(c: Pick<AppContext, 'req'>): boolean {
  return c.req.header(WEB_CLIENT_HEADER) === WEB_CLIENT;
}

/** Forgets the web app's cookie. Only answers to the web app do: the cookie is nobody else's. */
export function dropRefreshCookie(c: AppContext): void {
  if (isWebClient(c)) deleteCookie(c, REFRESH_COOKIE, REFRESH_COOKIE_OPTIONS);
}
