import { AppError } from '../../shared/errors/index.ts';
import type { AppContext } from './app-env.ts';
import { problem } from './problem.ts';

/** 404 for a path of no route; 405 with `Allow` for a path that other methods have. */
export function refuseUnknown(c: AppContext, allowed: readonly string[]): Response {
  const { method, path } = c.req;
  if (!isWrongMethod(method, allowed)) {
    return problem(c, new AppError('not-found', { detail: `No route ${method} ${path}.` }));
  }
  const headers = { Allow: allowed.join(', ') };
  if (method === 'OPTIONS') return c.body(null, 204, headers);
  return problem(c, new AppError('method-not-allowed', { detail: `${path} answers ${headers.Allow}.`, headers }));
}

/** Whether the path has methods, and this is none of them; it may have matched a route whose parameter it does not fit. */
export function isWrongMethod(method: string, allowed: readonly string[]): boolean {
  return allowed.length > 0 && (method === 'OPTIONS' || !allowed.includes(method));
}
