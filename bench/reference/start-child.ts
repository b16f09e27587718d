import { type ChildProcess, fork } from 'node:child_process';
import { CONFIG_VARIABLE, type ReferenceConfig } from './reference-config.ts';

/** Starts one of the reference's programs and waits until it says that it is ready. */
export function startChild(file: string, config: ReferenceConfig): Promise<ChildProcess> {
  const env = { ...process.env, NODE_ENV: 'production', [CONFIG_VARIABLE]: JSON.stringify(config) };
  const child = fork(new URL(file, import.meta.url), { env, execArgv: ['--disable-warning=ExperimentalWarning'] });
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child));
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
  });
}

/** The programs end by themselves when their channel to us closes, also when we are killed. */
export function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.disconnect();
  });
}
