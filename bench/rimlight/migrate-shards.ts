import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Miniflare } from 'miniflare';
import { databases } from '../../scripts/product/wrangler-config.ts';
import { WORKER } from './start-worker.ts';

const BREAKPOINT = '--> statement-breakpoint';

/** Runs every migration on every D1 database that `wrangler.toml` binds. */
export async function migrateShards(miniflare: Miniflare): Promise<void> {
  for (const { binding, migrations } of databases) {
    const files = readdirSync(migrations)
      .filter((name) => name.endsWith('.sql'))
      .sort();
    const database = await miniflare.getD1Database(binding, WORKER);
    for (const file of files) {
      const statements = readFileSync(join(migrations, file), 'utf8').split(BREAKPOINT);
      await database.batch(
        statements.filter((statement) => statement.trim() !== '').map((text) => database.prepare(text)),
      );
    }
  }
}
