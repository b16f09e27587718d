import cluster from 'node:cluster';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { type AppEnv, authenticate } from './authenticate.ts';
import { openConnections } from './connections.ts';
import { likePost } from './like-post.ts';
import { likePostBehind } from './like-post-behind.ts';
import { publishPost } from './publish-post.ts';
import { readHome } from './read-home.ts';
import { readConfig } from './reference-config.ts';

/** As many as the machine has cores, which is also what the product's runtime and its disk work keep busy. */
const PROCESSES = 2;

async function serveApi(): Promise<void> {
  const config = readConfig();
  const connections = openConnections(config);
  const app = new Hono<AppEnv>();
  app.use(await authenticate(config.secret));
  app.get('/api/v1/feed', readHome(connections));
  app.post('/api/v1/posts', publishPost(connections));
  const like = config.likes === 'synchronous' ? likePost : likePostBehind;
  app.post('/api/v1/posts/:id/like', like(connections, true));
  app.delete('/api/v1/posts/:id/like', like(connections, false));
  serve({ fetch: app.fetch, port: config.port, hostname: '127.0.0.1' });
}

if (cluster.isPrimary) {
  for (let started = 0; started < PROCESSES; started++) cluster.fork();
  let listening = 0;
  cluster.on('listening', () => {
    if (++listening === PROCESSES) process.send?.('ready');
  });
  process.on('disconnect', () => process.exit(0));
} else {
  await serveApi();
}
