import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { findPrograms } from './find-programs.ts';
import type { ReferenceConfig } from './reference-config.ts';

/** How both are run: durable as an operator would have it, with memory and write-ahead log enough that neither gets in the way. */
const POSTGRES_SETTINGS = {
  listen_addresses: '',
  fsync: 'on',
  synchronous_commit: 'on',
  shared_buffers: '1GB',
  effective_cache_size: '4GB',
  work_mem: '32MB',
  maintenance_work_mem: '512MB',
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
  random_page_cost: '1.1',
  jit: 'off',
};
const REDIS_SETTINGS = {
  port: '0',
  save: '',
  appendonly: 'yes',
  appendfsync: 'everysec',
  'auto-aof-rewrite-percentage': '0',
};

export interface Databases {
  postgres: string;
  redis: string;
  stop: () => Promise<void>;
}

/** Starts an empty PostgreSQL and an empty Redis of our own under `folder`, reached by Unix sockets only. */
export async function startDatabases(folder: string): Promise<Databases> {
  const programs = findPrograms();
  const owner = postgresOwner();
  const data = join(folder, 'postgres');
  const redisFolder = join(folder, 'redis');
  for (const path of [data, redisFolder]) mkdirSync(path, { recursive: true, mode: 0o700 });
  if (owner) {
    chownSync(folder, owner.uid, owner.gid);
    chownSync(data, owner.uid, owner.gid);
  }
  execFileSync(programs.initdb, ['-D', data, '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--locale=C'], {
    stdio: 'ignore',
    ...owner,
  });
  const flags = Object.entries(POSTGRES_SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const postgres = spawn(programs.postgres, ['-D', data, '-k', folder, ...flags], { stdio: 'ignore', ...owner });
  const socket = join(folder, 'redis.sock');
  const settings = Object.entries(REDIS_SETTINGS).flatMap(([name, value]) => [`--${name}`, value]);
  const redis = spawn(programs.redis, ['--unixsocket', socket, '--dir', redisFolder, ...settings], { stdio: 'ignore' });
  // However this process ends, they end with it.
  process.once('exit', () => {
    postgres.kill('SIGINT');
    redis.kill();
  });
  const stop = async () => {
    // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients.
    await Promise.all([endProcess(postgres, 'SIGINT'), endProcess(redis, 'SIGTERM')]);
  };
  try {
    await waitFor('PostgreSQL', () => canConnect(folder));
    await waitFor('Redis', async () => existsSync(socket));
  } catch (error) {
    await stop();
    throw error;
  }
  return { postgres: folder, redis: socket, stop };
}

export function postgresOptions(config: Pick<ReferenceConfig, 'postgres'>): pg.PoolConfig {
  return { host: config.postgres, user: 'bench', database: 'postgres' };
}

/** PostgreSQL refuses to run as root, so there it runs as Debian's `postgres` user. */
function postgresOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function canConnect(folder: string): Promise<boolean> {
  const client = new pg.Client(postgresOptions({ postgres: folder }));
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function waitFor(name: string, isReady: () => Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 30_000;
  while (!(await isReady())) {
    if (Date.now() > giveUpAt) throw new Error(`${name} did not start`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
