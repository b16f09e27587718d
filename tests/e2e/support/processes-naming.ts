import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Command lines of the running processes that name `text`, for example a state folder. */
export function processesNaming(text: string): string[] {
  const all = existsSync('/proc/self/cmdline')
    ? readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map(readCommandLine)
    : execFileSync('ps', ['-A', '-o', 'command='], { encoding: 'utf8' }).split('\n');
  return all.filter((commandLine) => commandLine.includes(text));
}

function readCommandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
