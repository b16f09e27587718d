import { createMiddleware } from 'hono/factory';
import type { Config } from '../../shared/config/index.ts';
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

/** A deployment with the local configuration has keys that are in the repository: it must answer nobody. */
export function isServed({ ENVIRONMENT }: Config, url: string): boolean {
  return ENVIRONMENT !== 'local' || isLocalRequest(url);
}

/**
 * Sets what every route may reach. A wrong configuration fails here, after the answer's headers are seen to. So does a
 * deployment that must not serve.
 */
export const openServices = createMiddleware<AppEnv>(async (c, next) => {
  const services = servicesFor(c.env as WorkerEnv);
  if (!isServed(services.config, c.req.url)) {
    logFailure(
      c,
      new Error('deployed with the local configuration: set ENVIRONMENT=production and the secrets (README, Deploy)'),
    );
    throw new AppError('unavailable');
  }
  c.set('services', services);
  await next();
});
