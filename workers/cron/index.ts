import type { Services } from '../services.ts';
import { collectOrphans } from './collect-orphans.ts';
import { forgetDeliveries } from './forget-deliveries.ts';
import { forgetEndedSessions } from './forget-ended-sessions.ts';
import { pollStreamUploads } from './poll-stream-uploads.ts';
import { publishScheduled } from './publish-scheduled.ts';
import { publishWaiting } from './publish-waiting.ts';
import { resendStuckMedia } from './resend-stuck-media.ts';
import { sweepKeys } from './sweep-keys.ts';
import { sweepOutbox } from './sweep-outbox.ts';

type Job = (services: Services, now: number) => Promise<void>;

/** What runs every minute, side by side; one that fails does not keep the others from running. */
const JOBS: Job[] = [
  sweepOutbox,
  publishScheduled,
  publishWaiting,
  resendStuckMedia,
  pollStreamUploads,
  collectOrphans,
  sweepKeys,
  forgetEndedSessions,
  forgetDeliveries,
];

/** Runs every job of the minute `now` (Unix ms). */
export async function runCron(services: Services, now: number): Promise<void> {
  const results = await Promise.allSettled(JOBS.map((job) => job(services, now)));
  const failed = results.filter((result) => result.status === 'rejected');
  if (failed.length > 0) {
    throw new AggregateError(
      failed.map(({ reason }) => reason),
      `${failed.length} of ${JOBS.length} cron jobs failed`,
    );
  }
}
