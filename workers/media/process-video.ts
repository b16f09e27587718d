import type { ReadyFacts } from '../../shared/db/media/change-media-state.ts';
import type { MediaRow } from '../../shared/db/media/media-row.ts';
import type { ReadRange } from '../../shared/domain/media/byte-window.ts';
import type { Patch } from '../../shared/domain/media/film.ts';
import { inspectVideo } from '../../shared/domain/media/inspect-video.ts';
import type { MediaErrorCode } from '../../shared/domain/media/media-errors.ts';
import { originalKey, videoKey } from '../../shared/domain/media/media-keys.ts';
import type { Outcome } from '../../shared/errors/index.ts';
import type { Services } from '../services.ts';
import { processStreamVideo } from '../stream/process-stream-video.ts';
import { patchStream } from './patch-stream.ts';
import { processPoster } from './process-poster.ts';

/** Thrown when the original is gone or is no longer what was accepted. */
class Replaced extends Error {}

type Source = Pick<MediaRow, 'id' | 'sourceEtag'>;

/**
 * Verifies a film by its container, keeps the copy that is served, and makes its poster. Each step writes whole objects
 * and looks first whether it was done, so a film that was interrupted anywhere continues there.
 */
export async function processVideo(
  services: Services,
  row: MediaRow,
  now: number,
): Promise<Outcome<ReadyFacts, MediaErrorCode>> {
  const { streamId } = row;
  if (streamId !== null) return processStreamVideo(services, { ...row, streamId }, now);
  try {
    const inspected = await inspectVideo(rangeReader(services.media, row), row.size ?? row.declaredSize);
    if (!inspected.ok) return inspected;
    const { patches, ...facts } = inspected.value;
    const poster = await processPoster(services, row, facts);
    if (poster.moderation === 'blocked') return { ok: false, code: 'not-allowed' };
    if (!(await services.media.head(videoKey(row.id)))) await storeCopy(services, row, patches, facts.contentType);
    return { ok: true, value: { ...facts, ...poster } };
  } catch (error) {
    if (error instanceof Replaced) return { ok: false, code: 'replaced' };
    throw error;
  }
}

function rangeReader(media: R2Bucket, source: Source): ReadRange {
  return async (start, end) => {
    if (end <= start) return new Uint8Array();
    const object = await openOriginal(media, source, { offset: start, length: end - start });
    return new Uint8Array(await object.arrayBuffer());
  };
}

async function openOriginal(media: R2Bucket, { id, sourceEtag }: Source, range?: R2Range): Promise<R2ObjectBody> {
  const object = await media.get(originalKey(id), {
    ...(range ? { range } : {}),
    ...(sourceEtag ? { onlyIf: { etagMatches: sourceEtag } } : {}),
  });
  if (!object || !('body' in object)) throw new Replaced();
  return object;
}

/** The same film without place, device, times and tags. */
async function storeCopy(
  { media }: Services,
  source: Source,
  patches: readonly Patch[],
  contentType: string,
): Promise<void> {
  const object = await openOriginal(media, source);
  const { readable, writable } = new FixedLengthStream(object.size);
  const piping = object.body.pipeThrough(patchStream(patches)).pipeTo(writable);
  await Promise.all([piping, media.put(videoKey(source.id), readable, { httpMetadata: { contentType } })]);
}
