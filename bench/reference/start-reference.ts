import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fanId } from '../graph/fan-id.ts';
import type { KnownAuthor, Network } from '../graph/network.ts';
import { signToken } from '../load/sign-token.ts';
import type { Target } from '../target.ts';
import { TOKEN_ISSUER } from './authenticate.ts';
import { openRedis } from './connections.ts';
import { keys } from './keys.ts';
import type { ReferenceConfig } from './reference-config.ts';
import { FOLLOWERS_A_PIPELINE } from './run-fanout.ts';
import { seedPostgres } from './seed-postgres.ts';
import { seedRedis } from './seed-redis.ts';
import { endChild, startChild } from './start-child.ts';
import { startDatabases } from './start-databases.ts';

const SECRET = 'reference-signing-key-of-the-benchmark-only';
/** Of a million followers, a thousand can look: the last few of them stand for the end. */
const LAST_WATCHED = 10;
const API = './serve-api.ts';
const FANOUT = './fanout-process.ts';

/** Starts what people would pick instead, seeded with `network`: PostgreSQL, Redis, two API processes and a fan-out worker. */
export async function startReference(network: Network, options: { port: number; folder: string }): Promise<Target> {
  const folder = join(options.folder, 'reference');
  mkdirSync(folder, { recursive: true });
  const databases = await startDatabases(folder);
  const sign = (id: string) => signToken({ secret: SECRET, issuer: TOKEN_ISSUER }, id);
  let children: ChildProcess[] = [];
  const endChildren = () => Promise.all(children.map(endChild));
  const stop = async () => {
    await endChildren();
    await databases.stop();
  };
  const config: ReferenceConfig = {
    port: options.port,
    postgres: databases.postgres,
    redis: databases.redis,
    secret: SECRET,
    origin: `http://127.0.0.1:${options.port}`,
  };
  const startChildren = async () => {
    children = [await startChild(FANOUT, config), await startChild(API, config)];
  };
  try {
    await seedPostgres(network, databases.postgres, folder);
    await seedRedis(network, databases.redis);
    await startChildren();
    return {
      name: 'reference',
      port: options.port,
      network,
      tokens: network.people.map(({ id }) => sign(id)),
      signFan: (fan) => sign(fanId(fan)),
      lastReached: (author) => lastReached(network, author, databases.redis),
      cool: async () => {
        await endChildren();
        await dropCards(databases.redis);
        await startChildren();
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The last ones that the fan-out reaches: the last of each pipeline, as far as they are people who can look. */
async function lastReached(network: Network, { author, followers }: KnownAuthor, socket: string): Promise<number[]> {
  const redis = openRedis({ redis: socket });
  const ordered = await redis.smembers(keys.followers(network.people[author]?.id ?? ''));
  redis.disconnect();
  const indexOf = new Map(Array.from(followers, (index) => [network.people[index]?.id ?? '', index]));
  const people = ordered.flatMap((id) => indexOf.get(id) ?? []);
  if (people.length < ordered.length) return people.slice(-LAST_WATCHED);
  return people.filter((_, at) => (at + 1) % FOLLOWERS_A_PIPELINE === 0 || at + 1 === people.length);
}

async function dropCards(socket: string): Promise<void> {
  const redis = openRedis({ redis: socket });
  for await (const found of redis.scanStream({ match: keys.card('*'), count: 5_000 })) {
    if (found.length > 0) await redis.unlink(...(found as string[]));
  }
  redis.disconnect();
}
