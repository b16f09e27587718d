import { recordUpload } from '../../shared/db/media/change-media-state.ts';
import type { MediaRow } from '../../shared/db/media/media-row.ts';
import { judgeStreamVideo } from '../../shared/domain/media/judge-stream-video.ts';
import type { Services } from '../services.ts';

/**
 * Asks Stream whether a film's bytes have arrived there; pending → uploaded. Answers whether they have. What they are is
 * judged by the pipeline.
 */
export async function acceptStreamUpload(
  { stream, shards }: Pick<Services, 'stream' | 'shards'>,
  { id, streamId }: Pick<MediaRow, 'id'> & { streamId: string },
  now: number,
): Promise<boolean> {
  const details = await stream.video(streamId).details();
  if (judgeStreamVideo(details).is === 'pending') return false;
  await recordUpload(shards, id, { sourceEtag: `stream/${streamId}`, size: details.size }, now);
  return true;
}
