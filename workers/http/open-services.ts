import { createMiddleware } from 'hono/factory';
import { servicesFor, type WorkerEnv } from '../services.ts';
import type { AppEnv } from './app-env.ts';

/** Sets what every route may reach. A wrong configuration fails here, after the answer's headers are seen to. */
export const openServices = createMiddleware<AppEnv>(async (c, next) => {
  c.set('services', servicesFor(c.env as WorkerEnv));
  await next();
});
