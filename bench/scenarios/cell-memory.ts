import { readdirSync, readFileSync } from 'node:fs';
import { Asker } from '../load/asker.ts';
import { feedRequest } from '../load/requests.ts';
import type { Scenario } from './scenario.ts';

const PEOPLE = 1_000;
const FOLLOWEES = 500;
const BYTES_PER_MB = 1_048_576;

/**
 * What a full cell takes of the runtime's memory: growth of its resident set from one reader to all of them. An upper
 * bound, since pages that the garbage collector has not returned yet count too.
 */
export const cellMemory: Scenario = {
  name: 'cell-memory',
  title: `memory of one cell of ${PEOPLE.toLocaleString('en')} people who follow ${FOLLOWEES} each`,
  unit: 'MB',
  better: 'lower',
  targets: ['rimlight'],
  part: 'memory',
  network: { active: PEOPLE, million: false, followees: FOLLOWEES },
  measure: async (target) => {
    await target.cool();
    const asker = new Asker(target.port);
    try {
      // One page of one post each: the cell's own state, with hardly a card beside it.
      const read = (person: number) => asker.ask(feedRequest(target, person, 'mode=latest&limit=1'));
      await read(0);
      const before = residentBytes();
      for (let person = 1; person < PEOPLE; person++) await read(person);
      return { value: (residentBytes() - before) / BYTES_PER_MB, p50: null, p99: null };
    } finally {
      asker.close();
    }
  },
};

/** The resident set of the runtime that this process started, from Linux's /proc. */
function residentBytes(): number {
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const status = readStatus(entry);
    if (/^Name:\s+workerd$/m.test(status) && new RegExp(`^PPid:\\s+${process.pid}$`, 'm').test(status)) {
      return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) * 1_024;
    }
  }
  throw new Error('the runtime is not a child of this process');
}

function readStatus(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    // It ended between the listing and the reading.
    return '';
  }
}
