import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { app } from '../../workers/app.ts';
import { type Services, servicesFor, type WorkerEnv } from '../../workers/services.ts';
import { ORIGIN } from './a-user.ts';
import { watchedEnv } from './watched-env.ts';

/**
 * An isolate that knows nothing: services of its own, whose D1 statements are noted. What is kept outside an isolate it
 * shares with the others. A call is answered when also the work behind the answer is done.
 */
export function coldIsolate(vars: Record<string, string> = {}) {
  const { env, statements } = watchedEnv(vars);
  const services: Services = servicesFor(env as unknown as WorkerEnv);
  const call = async (method: string, path: string, token?: string, given: Record<string, string> = {}) => {
    const headers = { ...(token ? { Authorization: `Bearer ${token}` } : {}), ...given };
    const ctx = createExecutionContext();
    const response = await app.fetch(new Request(`${ORIGIN}/api/v1${path}`, { method, headers }), env, ctx);
    await waitOnExecutionContext(ctx);
    return response;
  };
  return { call, services, statements };
}
