import { Redis } from 'ioredis';
import pg from 'pg';
import type { ReferenceConfig } from './reference-config.ts';
import { postgresOptions } from './start-databases.ts';

/** Connections of one process to PostgreSQL; more only queue inside the server on two cores. */
const POSTGRES_CONNECTIONS = 4;

export interface Connections {
  pool: pg.Pool;
  /** Commands issued in the same turn of the event loop go out as one pipeline. */
  redis: Redis;
}

export function openConnections(config: ReferenceConfig): Connections {
  return {
    pool: new pg.Pool({ ...postgresOptions(config), max: POSTGRES_CONNECTIONS }),
    redis: openRedis(config),
  };
}

export function openRedis(config: Pick<ReferenceConfig, 'redis'>): Redis {
  return new Redis({ path: config.redis, enableAutoPipelining: true });
}
