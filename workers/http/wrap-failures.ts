import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './app-env.ts';

/** Some libraries throw what is not an Error, which hono lets through: here it becomes one, and then a 500 like any other. */
export const wrapFailures = createMiddleware<AppEnv>(async (_c, next) => {
  try {
    await next();
  } catch (thrown) {
    throw new Error('something that is not an Error was thrown', { cause: thrown });
  }
});
