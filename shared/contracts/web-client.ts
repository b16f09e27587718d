/**
 * Sent by the web app on log-in, sign-up, refresh and log-out: the refresh token then travels in an HttpOnly cookie only.
 * A page of another origin cannot set it without a CORS preflight, which is the CSRF defence beside SameSite=Strict.
 */
export const WEB_CLIENT_HEADER = 'X-Rimlight-Client';
export const WEB_CLIENT = 'web';
