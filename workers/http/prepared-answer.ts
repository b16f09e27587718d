import { STANDARD_HEADERS, TRANSPORT_SECURITY } from './standard-headers.ts';

/**
 * The headers of a kind of answer, made once. Copying them costs a fifth of setting them one by one, which for a small
 * answer is a third of all that it costs.
 */
export function prepareHeaders(headers: Record<string, string>): Headers {
  return new Headers({ ...STANDARD_HEADERS, ...headers });
}

type Details = { status?: number; etag?: string; extra?: Record<string, string> | undefined };

/** Answers with prepared headers. In a route, set `isStamped`: `stampAnswer` has nothing to add. */
export function writePrepared(
  { url, requestId }: { url: string; requestId: string },
  body: BodyInit | null,
  prepared: Headers,
  { status = 200, etag, extra }: Details,
): Response {
  const response = new Response(body, { status, headers: prepared });
  const { headers } = response;
  headers.set('X-Request-Id', requestId);
  if (etag !== undefined) headers.set('ETag', etag);
  for (const name in extra) headers.set(name, extra[name] as string);
  if (url.startsWith('https:')) headers.set('Strict-Transport-Security', TRANSPORT_SECURITY);
  return response;
}
