import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startGroup } from './process-group.ts';
import { root, writeVars } from './settings.ts';
import { waitUntilReady } from './wait-until-ready.ts';

export interface WorkerOptions {
  port: number;
  state: string;
  vars: Record<string, string>;
  /** Builds again and reloads when a source file changes, and shows the runtime's own output. */
  watch?: boolean;
}

export interface RunningWorker {
  url: string;
  /** Where the runtime's output goes. */
  log: string;
  exited: Promise<number | null>;
  stop(): Promise<void>;
  kill9(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;

/** The runtime keeps to this machine: no usage data, no look-ups, no log files in the home directory. */
const QUIET = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_WRITE_LOGS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
};

/** Runs the Worker with all its bindings emulated, and answers once it is ready. `stopping` ends it at any time. */
export async function runWorker(options: WorkerOptions, stopping?: AbortSignal): Promise<RunningWorker> {
  const { port, state, vars, watch = false } = options;
  mkdirSync(state, { recursive: true });
  const log = join(state, 'server.log');
  const group = startGroup(
    join(root, 'node_modules/.bin/node'),
    [
      join(import.meta.dirname, 'serve-worker.ts'),
      ...['--port', String(port), '--state', state],
      ...['--vars', writeVars(vars), ...(watch ? ['--watch'] : [])],
    ],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...QUIET, ...(watch ? {} : { WRANGLER_LOG: 'warn' }) },
    },
  );
  const stop = () => void group.stop();
  stopping?.addEventListener('abort', stop);
  if (stopping?.aborted) stop();
  const file = createWriteStream(log, { flags: 'w' });
  for (const stream of [group.child.stdout, group.child.stderr]) {
    stream?.pipe(file, { end: false });
    if (watch) stream?.pipe(process.stderr, { end: false });
  }
  const url = `http://127.0.0.1:${port}`;
  try {
    await waitUntilReady(url, group.exited, START_TIMEOUT_MS);
  } catch (error) {
    await group.stop();
    throw new Error(`The server did not start: ${(error as Error).message}\nIts output is in ${log}`);
  }
  return { url, log, exited: group.exited, stop: group.stop, kill9: group.kill9 };
}
