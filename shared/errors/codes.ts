/**
 * Every error the API can answer with: its HTTP status and title. A code that is not here does not type-check,
 * so no error leaves without a status.
 */
export const ERROR_CODES = {
  'malformed-json': { status: 400, title: 'The body is not valid JSON' },
  'malformed-request': { status: 400, title: 'The request is malformed' },
  unauthenticated: { status: 401, title: 'Log in to continue' },
  'invalid-credentials': { status: 401, title: 'The log-in or password is wrong' },
  'invalid-token': { status: 401, title: 'The token is invalid or has expired' },
  'invalid-signature': { status: 401, title: 'The signature is invalid or has expired' },
  'token-reused': { status: 401, title: 'The refresh token was used before' },
  forbidden: { status: 403, title: 'Not allowed' },
  'comments-off': { status: 403, title: 'Comments are turned off' },
  'likes-hidden': { status: 403, title: 'Likes are hidden' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'username-taken': { status: 409, title: 'The username is taken' },
  'email-taken': { status: 409, title: 'The e-mail address is in use' },
  conflict: { status: 409, title: 'Conflict' },
  'media-not-ready': { status: 409, title: 'A medium is not ready yet' },
  'too-large': { status: 413, title: 'Too large' },
  'unsupported-type': { status: 415, title: 'Unsupported type' },
  'range-not-satisfiable': { status: 416, title: 'The range cannot be satisfied' },
  'invalid-values': { status: 422, title: 'Some values are invalid' },
  'media-failed': { status: 422, title: 'A medium could not be processed' },
  'idempotency-mismatch': { status: 422, title: 'The idempotency key was used with another request' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'Temporarily unavailable' },
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;
