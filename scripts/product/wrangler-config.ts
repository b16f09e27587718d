import { join } from 'node:path';
import { unstable_readConfig as readConfig } from 'wrangler';
import { z } from 'zod';
import { root } from './settings.ts';

const config = z
  .object({
    d1_databases: z.array(
      z.object({
        binding: z.string(),
        database_name: z.string(),
        database_id: z.string(),
        migrations_dir: z.string(),
      }),
    ),
    triggers: z.object({ crons: z.array(z.string()).default([]) }),
  })
  .parse(readConfig({ config: join(root, 'wrangler.toml') }, { hideWarnings: true }));

/** A D1 database of `wrangler.toml` and the folder of its migrations. */
export interface Database {
  binding: string;
  name: string;
  id: string;
  migrations: string;
}

export const databases: readonly Database[] = config.d1_databases.map((database) => ({
  binding: database.binding,
  name: database.database_name,
  id: database.database_id,
  migrations: join(root, database.migrations_dir),
}));

/** The cron patterns that production runs. */
export const crons: readonly string[] = config.triggers.crons;
