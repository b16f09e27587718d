import type { Context } from 'hono';

/** One JSON line for the operator's log; the client gets only the request id. */
export function logFailure(c: Context, error: unknown): void {
  const stack = error instanceof Error ? error.stack : String(error);
  const reason = error instanceof Error ? error.cause : undefined;
  const cause = reason instanceof Error ? reason.message : reason && String(reason);
  // biome-ignore lint/suspicious/noConsole: the platform's log is the console.
  console.error(
    JSON.stringify({
      level: 'error',
      requestId: c.get('requestId'),
      method: c.req.method,
      path: c.req.path,
      stack,
      cause,
    }),
  );
}
