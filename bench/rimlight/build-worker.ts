import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** Builds the Worker as a deployment would, and answers its one module. */
export function buildWorker(folder: string): { path: string; contents: string } {
  const wrangler = join(dirname(createRequire(import.meta.url).resolve('wrangler/package.json')), 'bin/wrangler.js');
  execFileSync(process.execPath, [wrangler, 'deploy', '--dry-run', '--outdir', folder], { cwd: ROOT, stdio: 'pipe' });
  return { path: 'index.js', contents: readFileSync(join(folder, 'index.js'), 'utf8') };
}
