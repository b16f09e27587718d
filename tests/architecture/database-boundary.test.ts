import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url).href);
const FOLDERS = ['workers', 'durable-objects', 'shared'];

/** What only `shared/db` may say: a D1 binding, its type, the query builder, or a database of the router. */
const FORBIDDEN = [/\bSHARD_\d/, /\bD1(Database|PreparedStatement|Result)\b/, /['"]drizzle-orm/, /\.(db|d1)\b(?!\/)/];

function sourceFiles(): string[] {
  const found = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  );
  return found.filter((path) => /(?<!\.test)\.ts$/.test(path) && !path.startsWith('shared/db/'));
}

/** The code without comments: they may name what the code may not use. */
function codeOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

it('is crossed by nobody: D1 is reached through the queries of shared/db, and they through the shard router', () => {
  const files = sourceFiles();
  expect(files.length).toBeGreaterThan(50);
  const crossings = files.flatMap((path) => {
    const code = codeOf(path);
    return FORBIDDEN.filter((pattern) => pattern.test(code)).map((pattern) => `${path}: ${pattern.source}`);
  });
  expect(crossings).toEqual([]);
});

it('is seen where it is crossed', () => {
  for (const line of [
    'env.SHARD_0.prepare(sql)',
    'let a: D1Database',
    "import { sql } from 'drizzle-orm'",
    'shard.db.all(q)',
  ]) {
    expect(
      FORBIDDEN.some((pattern) => pattern.test(line)),
      line,
    ).toBe(true);
  }
  for (const line of ["from '../../shared/db/accounts/find-user.ts'", 'config.SHARD_MAP']) {
    expect(
      FORBIDDEN.some((pattern) => pattern.test(line)),
      line,
    ).toBe(false);
  }
});
