/** The bytes of one HTTP/1.1 request, built once and sent many times. */
export function buildRequest(input: { method: string; path: string; token?: string; body?: string }): Buffer {
  const lines = [`${input.method} ${input.path} HTTP/1.1`, 'Host: 127.0.0.1', 'Accept: application/json'];
  if (input.token !== undefined) lines.push(`Authorization: Bearer ${input.token}`);
  const body = Buffer.from(input.body ?? '');
  if (input.body !== undefined) lines.push('Content-Type: application/json');
  if (input.method !== 'GET') lines.push(`Content-Length: ${body.length}`);
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body]);
}
