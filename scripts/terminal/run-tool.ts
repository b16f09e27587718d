import { spawn } from 'node:child_process';
import { root } from '../product/settings.ts';

export interface ToolResult {
  ok: boolean;
  seconds: number;
  output: string;
}

/** Runs a program in the project's folder and keeps what it prints; with `show` it is printed as it comes, too. */
export async function runTool(command: string, args: readonly string[], show = false): Promise<ToolResult> {
  const started = performance.now();
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
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
  const code = await promise;
  return { ok: code === 0, seconds: (performance.now() - started) / 1_000, output };
}
