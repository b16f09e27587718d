import type { Context, TypedResponse } from 'hono';

/** Answers JSON that is already written. The text is trusted to be of the route's schema; the contract tests check it. */
export function jsonText<Status extends 200 | 201 | 202 = 200>(
  c: Pick<Context, 'body'>,
  text: string,
  status?: Status,
  headers: Record<string, string> = {},
): Response & TypedResponse<never, Status, 'json'> {
  const response = c.body(text, status ?? 200, { 'Content-Type': 'application/json', ...headers });
  return response as unknown as Response & TypedResponse<never, Status, 'json'>;
}
