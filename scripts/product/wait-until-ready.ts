const POLL_MS = 100;

/** Asks `/health/ready` until every part answers; gives up when the process ends or the time is over. */
export async function waitUntilReady(url: string, exited: Promise<number | null>, withinMs: number): Promise<void> {
  let ended: number | null | undefined;
  exited.then(
    (code) => {
      ended = code;
    },
    () => {
      ended = null;
    },
  );
  let last = 'no answer';
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    if (ended !== undefined) throw new Error(`it ended with code ${ended}`);
    try {
      const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) });
      if (answer.ok) return;
      last = `${answer.status} ${(await answer.text()).slice(0, 500)}`;
    } catch (error) {
      last = String((error as Error).cause ?? error);
    }
    await new Promise((wake) => setTimeout(wake, POLL_MS));
  }
  throw new Error(`it was not ready within ${withinMs / 1_000} s (${last})`);
}
