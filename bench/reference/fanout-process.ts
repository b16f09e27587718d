import { openConnections, openRedis } from './connections.ts';
import { FLUSH_EVERY_MS, flushLikes } from './flush-likes.ts';
import { FANOUT_GROUP, keys } from './keys.ts';
import { readConfig } from './reference-config.ts';
import { runFanout } from './run-fanout.ts';

const config = readConfig();
const connections = openConnections(config);
if ((await connections.redis.exists(keys.fanout)) === 0) {
  await connections.redis.xgroup('CREATE', keys.fanout, FANOUT_GROUP, '0', 'MKSTREAM');
}
setInterval(() => void flushLikes(connections), FLUSH_EVERY_MS);
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
// A blocking read holds its connection, so it has one of its own.
await runFanout(openRedis(config), connections.redis, 'worker-0');
