import { setTimeout as wait } from 'node:timers/promises';

/** A retry that meets the first request still running waits for its answer this often and long. */
const WAITS = 10;
const WAIT_MS = 200;

/** Asks until the first request with an Idempotency-Key no longer runs, or for as long as a retry may wait. */
export async function awaitFirstRun<Verdict extends { is: string }>(ask: () => Promise<Verdict>): Promise<Verdict> {
  for (let waits = 0; ; waits++) {
    const verdict = await ask();
    if (verdict.is !== 'running' || waits === WAITS) return verdict;
    await wait(WAIT_MS);
  }
}
