import { join } from 'node:path';
import { convertV4MiniflareOptions, type Json, Miniflare } from 'miniflare';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { type BuiltModule, ROOT } from './build-worker.ts';
import { findFreePort } from './find-free-port.ts';

export const WORKER = 'rimlight';

/** Never reached in a benchmark; counted all the same. */
const NO_LIMIT = '1000000000/3600';

/**
 * The vars that a benchmark has to change: limits that a person never meets, tokens that outlive the run, and half the
 * reports for a post to be hot, since a dozen cells hardly make 100 in ten seconds.
 */
const VARS = {
  LIMIT_POSTS: NO_LIMIT,
  LIMIT_LIKES: NO_LIMIT,
  LIKE_HOT_REPORTS: '50',
  ACCESS_TOKEN_SECONDS: '14400',
};

/** Opens the runtime's inspector there, for CPU profiles; see docs/performance.md. */
const INSPECTOR_PORT = process.env.RIMLIGHT_BENCH_INSPECTOR;

export interface RunningWorker {
  miniflare: Miniflare;
  vars: Record<string, Json>;
}

export interface WorkerInput {
  port: number;
  state: string;
  modules: BuiltModule[];
  vars?: Record<string, string>;
}

/** Runs the built Worker with the bindings of `wrangler.toml`, on a socket with no proxy in front. State is kept in `state`. */
export async function startWorker(input: WorkerInput): Promise<RunningWorker> {
  const { workerOptions } = unstable_getMiniflareWorkerOptions(join(ROOT, 'wrangler.toml'));
  // The web app's files are not measured, and a fresh clone has not built them.
  const { assets: _assets, ...options } = workerOptions;
  // R2's S3 endpoint is not on the Worker's direct socket, but on the runtime's own.
  const entryPort = await findFreePort();
  const s3 = { R2_S3_ENDPOINT: `http://127.0.0.1:${entryPort}/cdn-cgi/local/r2/s3` };
  const vars = { ...(options.bindings as Record<string, Json>), ...VARS, ...s3, ...input.vars };
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      port: entryPort,
      resourcePersistencePath: input.state,
      ...(INSPECTOR_PORT ? { inspectorPort: Number(INSPECTOR_PORT) } : {}),
      workers: [
        {
          ...options,
          name: WORKER,
          bindings: vars,
          modules: input.modules,
          unsafeDirectSockets: [{ host: '127.0.0.1', port: input.port }],
        },
      ],
    }),
  );
  await miniflare.ready;
  return { miniflare, vars };
}
