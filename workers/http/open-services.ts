import { createMiddleware } from 'hono/factory';
import { AppError } from '../../shared/errors/index.ts';
import { servicesFor, type WorkerEnv } from '../services.ts';
import type { AppEnv } from './app-env.ts';
import { isOwnMachine } from './is-own-machine.ts';
import { logFailure } from './log-failure.ts';

let localOrigin: string | undefined;

/** Whether a request came to somebody's own machine; the last such origin is known without parsing. */
function isLocalRequest(url: string): boolean {
  if (localOrigin !== undefined && url.startsWith(localOrigin)) return true;
  const { hostname, origin } = new URL(url);
  if (!isOwnMachine(hostname)) return false;
  localOrigin = `${origin}/`;
  return true;
}

/**
 * Sets what every route may reach. A wrong configuration fails here, after the answer's headers are seen to. So does a
 * deployment with the local configuration: its keys are in the repository, so it must answer nobody.
 */
export const openServices = createMiddleware<AppEnv>(async (c, next) => {
  const services = servicesFor(c.env as WorkerEnv);
  if (services.config.ENVIRONMENT === 'local' && !isLocalRequest(c.req.url)) {
    logFailure(
      c,
      new Error('deployed with the local configuration: set ENVIRONMENT=production and the secrets (README, Deploy)'),
    );
    throw new AppError('unavailable');
  }
  c.set('services', services);
  await next();
});
