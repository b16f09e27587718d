import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { unstable_startWorker as startWorker } from 'wrangler';
import { parseVars, root } from './settings.ts';
import { whenOrphaned } from './when-orphaned.ts';

/**
 * The process that `runWorker` starts: `wrangler dev` with one difference. Unless `--watch` is given it serves the
 * sources as they were at its start, so that editing a file under a running server changes nothing.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    state: { type: 'string', default: '' },
    vars: { type: 'string', default: '' },
    watch: { type: 'boolean', default: false },
  },
});

// The whole group, the runtime included.
whenOrphaned(() => process.kill(-process.pid, 'SIGTERM'));

const built = join(root, 'web/dist');
const served = join(values.state, 'web');
if (!values.watch) {
  rmSync(served, { recursive: true, force: true });
  cpSync(built, served, { recursive: true });
}

await startWorker({
  config: join(root, 'wrangler.toml'),
  assets: values.watch ? built : served,
  bindings: Object.fromEntries(
    Object.entries(parseVars(values.vars)).map(([name, value]) => [name, { type: 'plain_text', value }]),
  ),
  dev: {
    watch: values.watch,
    persist: values.state,
    inspector: false,
    server: { hostname: '127.0.0.1', port: Number(values.port) },
  },
});
