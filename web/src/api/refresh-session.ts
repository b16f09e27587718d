import type { TokenPair } from '../../../shared/contracts/index.ts';
import { dropAccessToken, holdAccessToken } from './access-token.ts';
import { isStatus } from './api-error.ts';
import { dropRefreshKey, takeRefreshKey } from './refresh-key.ts';
import { send } from './send.ts';
import { setSessionMark } from './session-mark.ts';
import { WEB_CLIENT_HEADERS } from './web-client.ts';

let running: Promise<string> | null = null;
let onEnded: () => void = () => {};

/** Called once when the server refuses to renew the session. */
export function whenSessionEnds(callback: () => void): void {
  onEnded = callback;
}

async function renew(): Promise<string> {
  try {
    // keepalive: the new cookie arrives even if this page is left meanwhile, or the next load would send a spent one.
    const pair = await send<TokenPair>({
      method: 'POST',
      path: '/auth/refresh',
      body: {},
      headers: { ...WEB_CLIENT_HEADERS, 'Idempotency-Key': takeRefreshKey() },
      keepalive: true,
    });
    dropRefreshKey();
    holdAccessToken(pair.accessToken, pair.expiresIn);
    return pair.accessToken;
  } catch (error) {
    if (isStatus(error, 401)) {
      dropRefreshKey();
      dropAccessToken();
      setSessionMark(false);
      onEnded();
    }
    throw error;
  }
}

/**
 * A new access token from the refresh cookie. One at a time in this tab and, by a web lock, in this browser: the cookie
 * rotates, and sending a spent one ends the session, but for one whose answer was lost: that goes with the same key.
 */
export function refreshSession(): Promise<string> {
  running ??= (navigator.locks ? navigator.locks.request('rimlight.refresh', renew) : renew()).finally(() => {
    running = null;
  });
  return running;
}
