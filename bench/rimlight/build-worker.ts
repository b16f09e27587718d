import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

export interface BuiltModule {
  type: 'ESModule' | 'CompiledWasm';
  path: string;
  contents: string | Uint8Array<ArrayBuffer>;
}

/** Builds the Worker as a deployment would, and answers its modules: the code first, then its codecs. */
export function buildWorker(folder: string): BuiltModule[] {
  const wrangler = join(dirname(createRequire(import.meta.url).resolve('wrangler/package.json')), 'bin/wrangler.js');
  // The web app is not measured, but its folder has to be there, which a fresh clone has not built.
  mkdirSync(join(ROOT, 'web/dist'), { recursive: true });
  execFileSync(process.execPath, [wrangler, 'deploy', '--dry-run', '--outdir', folder], { cwd: ROOT, stdio: 'pipe' });
  const codecs = readdirSync(folder).filter((name) => name.endsWith('.wasm'));
  return [
    { type: 'ESModule', path: 'index.js', contents: readFileSync(join(folder, 'index.js'), 'utf8') },
    ...codecs.map((path) => ({
      type: 'CompiledWasm' as const,
      path,
      contents: new Uint8Array(readFileSync(join(folder, path))),
    })),
  ];
}
