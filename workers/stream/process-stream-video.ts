import type { ReadyFacts } from '../../shared/db/media/change-media-state.ts';
import type { MediaRow } from '../../shared/db/media/media-row.ts';
import { judgeStreamVideo } from '../../shared/domain/media/judge-stream-video.ts';
import type { MediaErrorCode } from '../../shared/domain/media/media-errors.ts';
import { posterKey } from '../../shared/domain/media/media-keys.ts';
import type { Outcome } from '../../shared/errors/index.ts';
import { processPoster } from '../media/process-poster.ts';
import type { Services } from '../services.ts';
import { isStreamNotFound } from './is-stream-not-found.ts';
import { StillEncoding } from './still-encoding.ts';
import { streamUrl } from './stream-url.ts';

/** An upload may take six hours, encoding of a minute minutes; a film that is not done by then is given up. */
const PATIENCE_MS = 8 * 3_600_000;

type StreamRow = MediaRow & { streamId: string };

/**
 * Brings a film on Stream to an end by asking Stream, whoever rang: the webhook, the client or cron. Throws
 * `StillEncoding` while there is nothing to say yet.
 */
export async function processStreamVideo(
  services: Services,
  row: StreamRow,
  now: number,
): Promise<Outcome<ReadyFacts, MediaErrorCode>> {
  const details = await findDetails(services, row.streamId);
  if (!details) return { ok: false, code: 'replaced' };
  const verdict = judgeStreamVideo(details);
  if (verdict.is === 'failed') return { ok: false, code: verdict.code };
  if (verdict.is !== 'ready') {
    if (now - row.createdAt > PATIENCE_MS) return { ok: false, code: 'processing-failed' };
    throw new StillEncoding();
  }
  const { is: _, ...facts } = verdict;
  await fetchPoster(services, row);
  const poster = await processPoster(services, row, facts);
  if (poster.moderation === 'blocked') return { ok: false, code: 'not-allowed' };
  return { ok: true, value: { contentType: row.declaredType, ...facts, ...poster } };
}

async function findDetails({ stream }: Services, streamId: string) {
  try {
    return await stream.video(streamId).details();
  } catch (error) {
    if (isStreamNotFound(error)) return null;
    throw error;
  }
}

/** A film that came without a poster gets the picture that Stream takes from it; without that, a plain one stands in. */
async function fetchPoster(services: Services, { id, streamId }: StreamRow): Promise<void> {
  if (await services.media.head(posterKey(id))) return;
  const url = await streamUrl(services, streamId, 'thumbnails/thumbnail.jpg?time=0s&height=1080', Date.now());
  const response = await services.fetcher(url).catch(() => null);
  if (!response?.ok) return;
  await services.media.put(posterKey(id), await response.arrayBuffer(), {
    httpMetadata: { contentType: 'image/jpeg' },
  });
}
