import { sql } from 'drizzle-orm';
import type { Shard } from './shard-router.ts';

/** Reads one value: the database is there and migrated. */
export async function pingShard(shard: Shard): Promise<void> {
  await shard.db.get(sql`SELECT count(*) AS n FROM (SELECT 1 FROM users LIMIT 1)`);
}
