import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Miniflare } from 'miniflare';
import { unstable_splitSqlQuery as splitSql } from 'wrangler';
import { openLocalDatabases } from './open-local-databases.ts';
import { type Database, databases } from './wrangler-config.ts';

/** The table in which `wrangler d1 migrations` keeps its books; ours are the same, so either can go on. */
const BOOKS = `CREATE TABLE IF NOT EXISTS d1_migrations (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)`;

type D1 = Awaited<ReturnType<Miniflare['getD1Database']>>;

/** Applies every migration that a local database has not seen, each in one transaction; answers how many ran. */
export async function migrateLocal(state: string): Promise<number> {
  const miniflare = openLocalDatabases(state);
  try {
    const counts = await Promise.all(
      databases.map(async (database) => migrate(await miniflare.getD1Database(database.binding), database)),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  } finally {
    await miniflare.dispose();
  }
}

async function migrate(d1: D1, database: Database): Promise<number> {
  await d1.prepare(BOOKS).run();
  const { results } = await d1.prepare('SELECT name FROM d1_migrations').all<{ name: string }>();
  const applied = new Set(results.map(({ name }) => name));
  const pending = readdirSync(database.migrations)
    .filter((name) => name.endsWith('.sql') && !applied.has(name))
    .sort();
  for (const name of pending) {
    const statements = splitSql(readFileSync(join(database.migrations, name), 'utf8'));
    await d1.batch([
      ...statements.map((statement) => d1.prepare(statement)),
      d1.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name),
    ]);
  }
  return pending.length;
}
