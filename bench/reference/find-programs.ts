import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const POSTGRESQL_ROOT = '/usr/lib/postgresql';

export interface Programs {
  initdb: string;
  postgres: string;
  redis: string;
}

/** Finds PostgreSQL's and Redis's programs; on Debian, as root, it installs what is missing. */
export function findPrograms(): Programs {
  const found = locate();
  if (found) return found;
  if (process.getuid?.() !== 0)
    throw new Error('The reference needs PostgreSQL and Redis: apt-get install postgresql redis-server');
  console.log('Installing PostgreSQL and Redis from Debian for the reference …');
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  execFileSync('apt-get', ['update'], options);
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql', 'redis-server'], options);
  const installed = locate();
  if (!installed) throw new Error('PostgreSQL and Redis are still missing after apt-get install');
  return installed;
}

function locate(): Programs | undefined {
  if (!existsSync(POSTGRESQL_ROOT)) return undefined;
  const newest = readdirSync(POSTGRESQL_ROOT).sort((a, b) => Number(b) - Number(a))[0];
  const redis = ['/usr/bin/redis-server', '/usr/local/bin/redis-server'].find((path) => existsSync(path));
  if (newest === undefined || redis === undefined) return undefined;
  const bin = join(POSTGRESQL_ROOT, newest, 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), redis };
}
