import type { AppContext } from './app-env.ts';

/** What a request calls its body, without parameters, in lower case: media types are the same in any (RFC 9110, 8.3.1). */
export function mediaTypeOf(c: Pick<AppContext, 'req'>): string {
  const [type = ''] = (c.req.header('content-type') ?? '').split(';', 1);
  return type.trim().toLowerCase();
}
