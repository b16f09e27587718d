const YEAR_SECONDS = 31_536_000;

/** Sent with every answer over https. */
export const TRANSPORT_SECURITY = `max-age=${YEAR_SECONDS}`;

/** Headers of every answer; a route may set the last two to others. */
export const STANDARD_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Frame-Options': 'DENY',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cache-Control': 'private, no-store',
} as const;
