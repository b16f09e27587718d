import cluster from 'node:cluster';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { type AppEnv, authenticate } from './authenticate.ts';
import { openConnections } from './connections.ts';
import { LikeGatherer } from './like-gatherer.ts';
import { likePost } from './like-post.ts';
import { likePostBehind } from './like-post-behind.ts';
import { likePostPlain } from './like-post-plain.ts';
import { limitAction } from './limit-action.ts';
import { publishPost } from './publish-post.ts';
import { readHome } from './read-home.ts';
import { readConfig } from './reference-config.ts';

/** As many as the machine has cores, which is also what the product's runtime and its disk work keep busy. */
const PROCESSES = 2;

async function serveApi(): Promise<void> {
  const config = readConfig();
  const connections = openConnections(config);
  const app = new Hono<AppEnv>();
  app.use(requestId(), secureHeaders(), cors({ origin: config.origin }), await authenticate(config.secret));
  app.get('/api/v1/feed', readHome(connections));
  app.post('/api/v1/posts', limitAction(connections.redis, 'post'), publishPost(connections));
  const likes = new LikeGatherer(connections.pool);
  const limitLikes = limitAction(connections.redis, 'like');
  app.post('/api/v1/posts/:id/like', limitLikes, likePost(likes, true));
  app.delete('/api/v1/posts/:id/like', limitLikes, likePost(likes, false));
  app.post('/plain/posts/:id/like', limitLikes, likePostPlain(connections, true));
  app.delete('/plain/posts/:id/like', limitLikes, likePostPlain(connections, false));
  app.post('/behind/posts/:id/like', limitLikes, likePostBehind(connections, true));
  app.delete('/behind/posts/:id/like', limitLikes, likePostBehind(connections, false));
  serve({ fetch: app.fetch, port: config.port, hostname: '127.0.0.1' });
}

if (cluster.isPrimary) {
  for (let started = 0; started < PROCESSES; started++) cluster.fork();
  let listening = 0;
  cluster.on('listening', () => {
    if (++listening === PROCESSES) process.send?.('ready');
  });
  process.on('disconnect', () => {
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill();
    cluster.on('exit', () => {
      if (Object.keys(cluster.workers ?? {}).length === 0) process.exit(0);
    });
  });
} else {
  await serveApi();
}
