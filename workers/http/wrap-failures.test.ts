import { Hono } from 'hono';
import { expect, it } from 'vitest';
import type { AppEnv } from './app-env.ts';
import { wrapFailures } from './wrap-failures.ts';

it.each([['text'], [{ code: 7 }], [null]])('hands %o to the error handler as the cause of an Error', async (thrown) => {
  const app = new Hono<AppEnv>();
  app.use(wrapFailures);
  app.get('/', () => {
    throw thrown;
  });
  let handled: unknown;
  app.onError((error, c) => {
    handled = error.cause;
    return c.text('handled', 500);
  });
  expect((await app.request('/')).status).toBe(500);
  expect(handled).toBe(thrown);
});
