import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

const GRACE_MS = 5_000;
const POLL_MS = 50;

/** A program and everything that it starts, which live and die together. */
export interface ProcessGroup {
  child: ChildProcess;
  /** Settles when the program itself has ended. */
  exited: Promise<number | null>;
  /** Asks all of them to end, insists after five seconds, and waits until none is left. */
  stop(): Promise<void>;
  /** SIGKILL to all of them, at once: what a crash or a power cut looks like. */
  kill9(): Promise<void>;
}

export function startGroup(command: string, args: readonly string[], options: SpawnOptions): ProcessGroup {
  const child = spawn(command, args, { ...options, detached: true });
  const { promise: exited, resolve, reject } = Promise.withResolvers<number | null>();
  child.once('error', reject);
  child.once('exit', resolve);
  const signal = (name: NodeJS.Signals | 0): boolean => {
    try {
      return child.pid !== undefined && process.kill(-child.pid, name);
    } catch {
      return false;
    }
  };
  const gone = async (withinMs: number): Promise<boolean> => {
    for (let waited = 0; signal(0); waited += POLL_MS) {
      if (waited >= withinMs) return false;
      await new Promise((wake) => setTimeout(wake, POLL_MS));
    }
    return true;
  };
  const kill9 = async () => {
    signal('SIGKILL');
    await gone(GRACE_MS);
  };
  return {
    child,
    exited,
    kill9,
    async stop() {
      signal('SIGTERM');
      if (!(await gone(GRACE_MS))) await kill9();
    },
  };
}
