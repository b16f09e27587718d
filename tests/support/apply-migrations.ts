import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll } from 'vitest';

beforeAll(async () => {
  const { SHARD_0, SHARD_1, SHARD_2, SHARD_3, TEST_MIGRATIONS } = env;
  for (const database of [SHARD_0, SHARD_1, SHARD_2, SHARD_3]) await applyD1Migrations(database, TEST_MIGRATIONS);
});
