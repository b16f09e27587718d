import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Where Miniflare keeps the counters of hot posts, below its state. */
const COUNTERS = 'do/rimlight-PostCounter';

/**
 * Reports that all counters took since the start, read from their files beside the running Worker: each raises its
 * counter's sequence by one. Of a post without shards these are the calls at its root.
 */
export function countCounterCalls(state: string): number {
  const folder = join(state, COUNTERS);
  if (!existsSync(folder)) return 0;
  const files = readdirSync(folder).filter((name) => name.endsWith('.sqlite') && name !== 'metadata.sqlite');
  return files.reduce((sum, name) => sum + readSequence(join(folder, name)), 0);
}

function readSequence(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return Number(database.prepare('SELECT sequence FROM totals').get()?.sequence ?? 0);
  } finally {
    database.close();
  }
}
