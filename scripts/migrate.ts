import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrateLocal } from './product/migrate-local.ts';
import { readSettings, root } from './product/settings.ts';
import { databases } from './product/wrangler-config.ts';

/** Migrates every D1 shard: the local ones, or with `--remote` those of the Cloudflare account. */
async function migrate(remote: boolean): Promise<void> {
  if (!remote) {
    const count = await migrateLocal(readSettings(process.env).state);
    console.log(`${databases.length} databases, ${count} migrations applied.`);
    return;
  }
  for (const { name } of databases) {
    const { status } = spawnSync(
      join(root, 'node_modules/.bin/wrangler'),
      ['d1', 'migrations', 'apply', name, '--remote'],
      { cwd: root, stdio: 'inherit' },
    );
    if (status !== 0) throw new Error(`${name} was not migrated; the databases after it were left as they are.`);
  }
}

const { values } = parseArgs({ options: { remote: { type: 'boolean', default: false } } });
await migrate(values.remote);
