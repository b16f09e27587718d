import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './settings.ts';

const SOURCES = ['web/**/*', 'shared/contracts/**/*', 'package-lock.json'];
const CONFIG = join(root, 'web/vite.config.ts');
const BUILT = join(root, 'web/dist/index.html');

/** Builds the web app into `web/dist` unless the build there is newer than every source; answers whether it did. */
export async function buildWebIfStale(): Promise<boolean> {
  const built = statSync(BUILT, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (built > newestSource()) return false;
  const { build } = await import('vite');
  await build({ configFile: CONFIG, logLevel: 'warn' });
  return true;
}

/** Builds the web app again whenever one of its sources changes; answers how to stop. */
export async function rebuildWebOnChange(): Promise<() => Promise<void>> {
  const { build } = await import('vite');
  const watcher = await build({ configFile: CONFIG, logLevel: 'warn', build: { watch: {}, emptyOutDir: false } });
  return async () => {
    if ('close' in watcher) await watcher.close();
  };
}

function newestSource(): number {
  const files = globSync(SOURCES, { cwd: root, exclude: (path) => /(^|\/)(dist|node_modules)(\/|$)/.test(path) });
  return Math.max(...files.map((path) => statSync(join(root, path)).mtimeMs));
}
