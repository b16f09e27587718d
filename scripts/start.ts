import { parseArgs } from 'node:util';
import { DEMO_LOGIN, DEMO_PASSWORD, isSeeded, seedNetwork } from './demo/seed/seed-network.ts';
import { buildWebIfStale, rebuildWebOnChange } from './product/build-web.ts';
import { migrateLocal } from './product/migrate-local.ts';
import { requireFreePort } from './product/require-free-port.ts';
import { keepCronRunning } from './product/run-cron.ts';
import { type RunningWorker, runWorker } from './product/run-worker.ts';
import { readSettings, type Settings } from './product/settings.ts';
import { whenOrphaned } from './product/when-orphaned.ts';

const say = (text: string) => console.error(text);

/** Builds, migrates, serves and, the first time, fills the demo network; runs until it is told to stop. */
async function start(settings: Settings, watch: boolean, stopping: AbortSignal): Promise<void> {
  const { port, state, vars } = settings;
  await requireFreePort(port);
  const [built, migrated] = await Promise.all([buildWebIfStale(), migrateLocal(state)]);
  if (built) say('Built the web app.');
  if (migrated > 0) say(`Applied ${migrated} migrations.`);
  stopping.throwIfAborted();
  const worker = await runWorker({ port, state, vars, watch }, stopping);
  const stopCron = keepCronRunning(worker.url, (message) => say(`cron: ${message}`));
  const stopBuilding = watch ? await rebuildWebOnChange() : undefined;
  try {
    await fillNetwork(settings, worker, stopping);
    await worker.exited;
  } finally {
    stopCron();
    await stopBuilding?.();
    await worker.stop();
  }
  if (!stopping.aborted) throw new Error(`The server stopped; its output is in ${worker.log}`);
}

async function fillNetwork(settings: Settings, worker: RunningWorker, stopping: AbortSignal): Promise<void> {
  if (!settings.demo || isSeeded(settings.state)) {
    say(welcome(worker.url, settings.demo));
    return;
  }
  say(`\nServing at ${worker.url}. Filling the demo network, which takes a minute:\n`);
  try {
    await seedNetwork(worker.url, settings.state, () =>
      say(`\n  You can log in already: ${DEMO_LOGIN} / ${DEMO_PASSWORD}\n`),
    );
    say(welcome(worker.url, true));
  } catch (error) {
    if (stopping.aborted) return;
    say(`\nThe demo network is not complete: ${(error as Error).message}\nThe next start goes on with it.`);
    say(welcome(worker.url, true));
  }
}

function welcome(url: string, demo: boolean): string {
  const logIn = demo ? `\n  Log in as ${DEMO_LOGIN} with the password ${DEMO_PASSWORD}\n` : '';
  return `\n  Rimlight is at ${url}\n${logIn}  API reference at ${url}/docs\n\n  Ctrl-C stops it.\n`;
}

const { values } = parseArgs({ options: { watch: { type: 'boolean', default: false } } });
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
whenOrphaned(() => stop.abort());
try {
  await start(readSettings(process.env), values.watch, stop.signal);
} catch (error) {
  if (!stop.signal.aborted) {
    say((error as Error).message);
    process.exitCode = 1;
  }
}
