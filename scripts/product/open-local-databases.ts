import { join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { databases } from './wrangler-config.ts';

/** wrangler keeps emulated storage in this folder of `--persist-to`. */
const STORAGE_VERSION = 'v3';

/** The local databases of a product that does not run, by their bindings, until `dispose`. */
export function openLocalDatabases(state: string): Miniflare {
  return new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: 'export default {}',
      d1Databases: Object.fromEntries(databases.map(({ binding, id }) => [binding, id])),
      resourcePersistencePath: join(state, STORAGE_VERSION),
    }),
  );
}
