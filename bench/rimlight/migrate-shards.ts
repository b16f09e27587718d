import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Miniflare } from 'miniflare';
import { unstable_readConfig } from 'wrangler';
import { ROOT } from './build-worker.ts';
import { WORKER } from './start-worker.ts';

const BREAKPOINT = '--> statement-breakpoint';

/** Runs every migration on every D1 database that `wrangler.toml` binds. */
export async function migrateShards(miniflare: Miniflare): Promise<void> {
  const { d1_databases } = unstable_readConfig({ config: join(ROOT, 'wrangler.toml') });
  for (const { binding, migrations_dir } of d1_databases) {
    if (migrations_dir === undefined) continue;
    const folder = join(ROOT, migrations_dir);
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .sort();
    const database = await miniflare.getD1Database(binding, WORKER);
    for (const file of files) {
      const statements = readFileSync(join(folder, file), 'utf8').split(BREAKPOINT);
      await database.batch(
        statements.filter((statement) => statement.trim() !== '').map((text) => database.prepare(text)),
      );
    }
  }
}
