import type { CacheContext } from '../../shared/domain/caching/batch-cache.ts';
import type { AppContext } from './app-env.ts';

/** The request's time, and a way to let a shared load outlive it. */
export function cacheContext(c: Pick<AppContext, 'get' | 'executionCtx'>): CacheContext {
  return { now: c.get('now'), waitUntil: (work) => c.executionCtx.waitUntil(work) };
}
