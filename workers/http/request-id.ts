const REQUEST_ID = /^[\w-]{8,64}$/;

/** How an answer and its log lines name a request: as its sender does, as the platform does, or anew. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get('x-request-id');
  return given && REQUEST_ID.test(given) ? given : (headers.get('cf-ray') ?? crypto.randomUUID());
}
