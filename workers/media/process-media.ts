import {
  claimMedia,
  failClaim,
  finishMedia,
  postponeClaim,
  releaseClaim,
} from '../../shared/db/media/change-media-state.ts';
import { findMedia } from '../../shared/db/media/load-media.ts';
import type { MediaRow } from '../../shared/db/media/media-row.ts';
import { refusesContent } from '../../shared/domain/media/refuses-content.ts';
import { publishPostsOf } from '../fanout/publish-waiting.ts';
import type { Services } from '../services.ts';
import { StillEncoding } from '../stream/still-encoding.ts';
import { deleteMediaBytes } from './delete-media-bytes.ts';
import { MediaRefusal } from './media-refusal.ts';
import { processPhoto } from './process-photo.ts';
import { processVideo } from './process-video.ts';

/** As many as the queue delivers a message: its first delivery and `max_retries`. */
export const MAX_ATTEMPTS = 6;

/**
 * Brings one medium to an end: ready, or failed with a reason; then the post that waited for it is published. A medium
 * that is done, or that another worker holds, is left alone, but its post is looked at: the worker that made it ready may
 * have died before that. Throws when the attempt failed on our side; after the last one the medium is failed.
 */
export async function processMedia(services: Services, mediaId: string, now: number): Promise<void> {
  const row = await claimMedia(services.shards, mediaId, services.config.MEDIA_LEASE_SECONDS * 1_000, now);
  if (row) await attempt(services, row, now);
  await publishPostsOf(services, mediaId, now);
}

async function attempt(services: Services, row: MediaRow, now: number): Promise<void> {
  // Its workers died without a word, every time: a file that fills an isolate's memory would kill for ever.
  if (row.attempts > MAX_ATTEMPTS) {
    await failClaim(services.shards, row, 'processing-failed', now);
    return;
  }
  try {
    await runPipeline(services, row, now);
  } catch (error) {
    if (error instanceof StillEncoding) {
      await postponeClaim(services.shards, row, now);
      return;
    }
    const code = error instanceof MediaRefusal ? error.code : refusesContent(error) ? 'corrupt' : null;
    if (code) {
      await failClaim(services.shards, row, code, now);
      return;
    }
    if (row.attempts >= MAX_ATTEMPTS) await failClaim(services.shards, row, 'processing-failed', now);
    else await releaseClaim(services.shards, row, now);
    throw error;
  }
}

async function runPipeline(services: Services, row: MediaRow, now: number): Promise<void> {
  const outcome = await (row.kind === 'photo' ? processPhoto : processVideo)(services, row, now);
  const ended = outcome.ok
    ? await finishMedia(services.shards, row, outcome.value, now)
    : await failClaim(services.shards, row, outcome.code, now);
  // Deleted under our hands: what was stored since then would stay for ever.
  if (!ended && !(await findMedia(services.shards, row.id))) await deleteMediaBytes(services, row.id);
}
