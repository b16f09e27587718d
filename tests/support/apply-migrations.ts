import { applyD1Migrations, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll } from 'vitest';

// The file before ran in the same runtime: what it stored goes, in databases, objects, buckets and caches.
beforeAll(async () => {
  await reset();
  const { SHARD_0, SHARD_1, SHARD_2, SHARD_3, TEST_MIGRATIONS } = env;
  await Promise.all(
    [SHARD_0, SHARD_1, SHARD_2, SHARD_3].map((database) => applyD1Migrations(database, TEST_MIGRATIONS)),
  );
});
