import { matchesCron } from './cron-pattern.ts';
import { crons } from './wrangler-config.ts';

const MINUTE_MS = 60_000;

/** Triggers the cron handler once for a pattern, as the platform would. */
export async function triggerCron(url: string, pattern: string): Promise<void> {
  const answer = await fetch(`${url}/cdn-cgi/local/scheduled?cron=${encodeURIComponent(pattern)}`);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`cron ${pattern} answered ${answer.status}`);
}

/** Runs all patterns now and then each one in its minutes, since nothing else triggers them locally; answers how to stop. */
export function keepCronRunning(url: string, report: (message: string) => void): () => void {
  const run = (patterns: readonly string[]) => {
    for (const pattern of patterns) triggerCron(url, pattern).catch((error: Error) => report(error.message));
  };
  run(crons);
  const timer = setInterval(() => run(crons.filter((pattern) => matchesCron(pattern, new Date()))), MINUTE_MS);
  return () => clearInterval(timer);
}
