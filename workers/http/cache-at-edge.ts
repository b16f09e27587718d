import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './app-env.ts';

/**
 * Answers anonymous reads from the data centre's cache for EDGE_CACHE_SECONDS: what everybody may see, at most that old.
 * Whoever sends a token is answered by the rules of the moment.
 */
export const cacheAtEdge = createMiddleware<AppEnv>(async (c, next) => {
  const { config, layers } = c.var.services;
  if (c.var.viewer || config.EDGE_CACHE_SECONDS === 0) return next();
  const key = new URL(c.req.url);
  key.hash = '';
  const hit = await caches.default.match(key.href);
  if (hit) {
    layers.edge.hits += 1;
    return new Response(hit.body, hit);
  }
  layers.edge.misses += 1;
  await next();
  if (c.res.status !== 200) return;
  c.res.headers.set('Cache-Control', `public, max-age=${config.EDGE_CACHE_SECONDS}`);
  c.executionCtx.waitUntil(caches.default.put(key.href, c.res.clone()));
});
