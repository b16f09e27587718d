import { createMiddleware } from 'hono/factory';
import { SharedLoad } from '../../shared/domain/caching/shared-load.ts';
import type { AppEnv } from './app-env.ts';

/** A 200 as others may have it too; anything else is null. */
type Coming = { kept: { body: ArrayBuffer; headers: [string, string][] } | null };

/** Answers that requests of this isolate are making, by URL; there until the data centre has them. */
const coming = new Map<string, SharedLoad<Coming>>();

/**
 * Answers anonymous reads from the data centre's cache for EDGE_CACHE_SECONDS: what everybody may see, at most that old.
 * Whoever sends a token is answered by the rules of the moment. What is not there an isolate makes once, however many ask:
 * they may have an answer that is seconds old, so they may have the one that is on its way.
 */
export const cacheAtEdge = createMiddleware<AppEnv>(async (c, next) => {
  const { config, layers } = c.var.services;
  if (c.var.viewer || config.EDGE_CACHE_SECONDS === 0) return next();
  const key = keyOf(c.req.url);
  const hit = (await findComing(key)) ?? (await caches.default.match(key)) ?? (await findComing(key));
  if (hit) {
    layers.edge.hits += 1;
    return new Response(hit.body, hit);
  }
  layers.edge.misses += 1;
  const load = new SharedLoad<Coming>();
  coming.set(key, load);
  const making = load.run(async () => {
    await next();
    if (c.res.status !== 200) return { kept: null };
    c.res.headers.set('Cache-Control', `public, max-age=${config.EDGE_CACHE_SECONDS}`);
    return { kept: { body: await c.res.clone().arrayBuffer(), headers: [...c.res.headers] } };
  });
  const keeping = making.then(({ kept }) => kept && caches.default.put(key, toResponse(kept)));
  // Others may wait for this answer: it is made also when this client goes away.
  c.executionCtx.waitUntil(keeping.catch(() => undefined).finally(() => drop(key, load)));
  await making;
});

function keyOf(requested: string): string {
  const url = new URL(requested);
  url.hash = '';
  return url.href;
}

/** What another request makes. One that fails, or is lost, is nobody else's answer. */
async function findComing(key: string): Promise<Response | undefined> {
  const load = coming.get(key);
  if (!load) return undefined;
  const made = await load.join().catch(() => undefined);
  if (made?.kept) return toResponse(made.kept);
  drop(key, load);
  return undefined;
}

function drop(key: string, load: SharedLoad<Coming>): void {
  if (coming.get(key) === load) coming.delete(key);
}

function toResponse({ body, headers }: NonNullable<Coming['kept']>): Response {
  return new Response(body, { headers });
}
