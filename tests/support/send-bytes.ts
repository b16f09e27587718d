import { exports } from 'cloudflare:workers';
import { ORIGIN, type TestUser } from './a-user.ts';

/** PUTs a body that is not JSON to `/api/v1<path>`. */
export function sendBytes(
  { token }: Pick<TestUser, 'token'>,
  path: string,
  contentType: string,
  body: BodyInit,
): Promise<Response> {
  return exports.default.fetch(`${ORIGIN}/api/v1${path}`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': contentType },
    body,
  });
}
