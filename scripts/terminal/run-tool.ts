import { type ChildProcess, spawn } from 'node:child_process';
import { root } from '../product/settings.ts';

/** Exit code after a signal. */
const SIGNALLED = 130;

export interface ToolResult {
  ok: boolean;
  seconds: number;
  output: string;
}

const running = new Set<ChildProcess>();

/** Ends the programs that run now when this process is told to end, since a signal to it alone would leave them. */
export function endToolsWithUs(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      for (const child of running) child.kill(signal);
      process.exit(SIGNALLED);
    });
  }
}

/** Runs a program in the project's folder and keeps what it prints; with `show` it is printed as it comes, too. */
export async function runTool(command: string, args: readonly string[], show = false): Promise<ToolResult> {
  const started = performance.now();
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let output = '';
  for (const [stream, mirror] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    stream.on('data', (bytes: Buffer) => {
      output += bytes.toString();
      if (show) mirror.write(bytes);
    });
  }
  child.once('error', reject);
  child.once('close', resolve);
  const code = await promise.finally(() => running.delete(child));
  return { ok: code === 0, seconds: (performance.now() - started) / 1_000, output };
}
