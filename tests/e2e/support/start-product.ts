import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateLocal } from '../../../scripts/product/migrate-local.ts';
import { findFreePort } from '../../../scripts/product/require-free-port.ts';
import { triggerCron } from '../../../scripts/product/run-cron.ts';
import { runWorker } from '../../../scripts/product/run-worker.ts';
import { crons } from '../../../scripts/product/wrangler-config.ts';

export interface ProductOptions {
  /** Overrides of the vars in `wrangler.toml`. */
  vars?: Record<string, string>;
  /** A state folder to go on with; without it a fresh one is made, and removed by `stop`. */
  state?: string;
  port?: number;
  /** Fills the migrated databases before anything runs. */
  seed?(state: string): Promise<void>;
}

export interface Product {
  url: string;
  state: string;
  /** Ends every process with SIGKILL, as a crash would: queues and memory are gone, what was committed stays. */
  kill9(): Promise<void>;
  /** Starts again on the same state and port, after `kill9` or `stop`. */
  restart(): Promise<void>;
  /** Runs every cron pattern once and waits for it. */
  runCron(): Promise<void>;
  stop(): Promise<void>;
}

/** Tests make many people: a cheap password cost and room for all of them behind one address. */
const TEST_VARS = {
  PASSWORD_SCRYPT: '1024/8/1',
  LIMIT_SIGN_UPS_BY_ADDRESS: '10000/3600',
  LIMIT_LOG_INS_BY_ADDRESS: '10000/3600',
  LIMIT_REFRESHES_BY_ADDRESS: '10000/3600',
  LIMIT_RENDERINGS_BY_ADDRESS: '10000/3600',
};

/** Migrates and runs the whole product, as `npm start` does, on emulated bindings. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const state = options.state ?? mkdtempSync(join(tmpdir(), 'rimlight-'));
  const port = options.port ?? (await findFreePort());
  const run = () => runWorker({ port, state, vars: { ...TEST_VARS, ...options.vars } });
  await migrateLocal(state);
  await options.seed?.(state);
  let worker = await run();
  return {
    url: worker.url,
    state,
    kill9: () => worker.kill9(),
    async restart() {
      await worker.stop();
      worker = await run();
    },
    async runCron() {
      for (const pattern of crons) await triggerCron(worker.url, pattern);
    },
    async stop() {
      await worker.stop();
      if (options.state === undefined) await rm(state, { recursive: true, force: true });
    },
  };
}
