import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findFreePort } from '../../scripts/product/require-free-port.ts';
import { processesNaming } from './support/processes-naming.ts';

const root = resolve(import.meta.dirname, '../..');

/** The times of the tests are longer than all that they wait for. */
describe('npm start', () => {
  let state: string;
  let url: string;
  let command: ChildProcess | undefined;

  beforeEach(() => {
    state = mkdtempSync(join(tmpdir(), 'rimlight-start-'));
  });
  afterEach(async () => {
    command?.kill('SIGTERM');
    await vi.waitFor(() => expect(processesNaming(state)).toEqual([]), 15_000);
    rmSync(state, { recursive: true, force: true });
  });

  /** Starts the command behind `npm start` without the demo network, and waits until it serves. */
  async function start(env: Record<string, string> = {}): Promise<ChildProcess> {
    const port = await findFreePort();
    url = `http://127.0.0.1:${port}`;
    const child = spawn('node', ['scripts/bootstrap.mjs', 'scripts/start.ts'], {
      cwd: root,
      stdio: 'ignore',
      env: { ...process.env, PORT: String(port), RIMLIGHT_STATE: state, RIMLIGHT_DEMO: '0', ...env },
    });
    command = child;
    await vi.waitFor(async () => expect((await fetch(`${url}/health/ready`)).ok).toBe(true), 50_000);
    return child;
  }

  const signUp = (username: string) =>
    fetch(`${url}/api/v1/users/register`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username, email: `${username}@test.example`, password: 'long-enough-for-all' }),
    });

  it('takes vars from RIMLIGHT_VARS, ends with Ctrl-C, leaves no process, and keeps the data', async () => {
    const first = await start({ RIMLIGHT_VARS: 'LIMIT_SIGN_UPS_BY_ADDRESS=1/3600,PASSWORD_SCRYPT=1024/8/1' });
    expect((await signUp('kept')).status).toBe(201);
    expect((await signUp('refused')).status).toBe(429);
    const ended = new Promise((wake) => first.once('exit', wake));
    first.kill('SIGINT');
    await ended;
    expect(processesNaming(state)).toEqual([]);
    await expect(fetch(url)).rejects.toThrow();

    await start();
    expect((await signUp('kept')).status).toBe(409);
  }, 150_000);

  it('leaves no process when it is killed', async () => {
    const child = await start();
    child.kill('SIGKILL');
    await vi.waitFor(() => expect(processesNaming(state)).toEqual([]), 15_000);
    await expect(fetch(url)).rejects.toThrow();
  }, 90_000);
});
