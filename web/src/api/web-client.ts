import { WEB_CLIENT, WEB_CLIENT_HEADER } from '../../../shared/contracts/index.ts';

/** Tells the server to keep the refresh token in an HttpOnly cookie. */
export const WEB_CLIENT_HEADERS: Record<string, string> = { [WEB_CLIENT_HEADER]: WEB_CLIENT };
