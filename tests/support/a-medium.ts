import { env } from 'cloudflare:workers';
import { parseConfig } from '../../shared/config/index.ts';
import { ShardRouter } from '../../shared/db/shard-router.ts';
import { createIdGenerator, shardOfId } from '../../shared/ids/index.ts';
import type { TestUser } from './a-user.ts';

const vars = { ...env } as Record<string, unknown>;
const shards = new ShardRouter(vars, parseConfig(vars).SHARD_MAP);
const ids = createIdGenerator();

/** A ready photo of the user as a row in D1, for tests that are not about media: no bytes are stored. */
export async function aMedium(owner: TestUser): Promise<string> {
  const now = Date.now();
  const id = ids.next(shardOfId(owner.user.id), now);
  await shards
    .forId(id)
    .d1.prepare(
      `INSERT INTO media (id, owner_id, kind, state, declared_type, declared_size, content_type, size, width, height, blurhash, created_at, updated_at)
       VALUES (?1, ?2, 'photo', 'ready', 'image/jpeg', 1000, 'image/jpeg', 1000, 1200, 800, 'LEHV6nWB2yk8pyo0adR*.7kCMdnj', ?3, ?3)`,
    )
    .bind(id, owner.user.id, now)
    .run();
  return id;
}
