import { POSTER_TYPES } from '../../shared/contracts/index.ts';
import { inspectPhoto } from '../../shared/domain/media/inspect-photo.ts';
import { describeMediaError, type MediaErrorCode } from '../../shared/domain/media/media-errors.ts';
import { refusesContent } from '../../shared/domain/media/refuses-content.ts';
import { AppError } from '../../shared/errors/index.ts';
import type { Services } from '../services.ts';
import { renderSample } from './render-variant.ts';

/** The type of a poster by its content; throws an error with the reason when it cannot be used. */
export async function judgePoster(
  { images, config }: Pick<Services, 'images' | 'config'>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const inspected = inspectPhoto(bytes, config.MAX_PHOTO_PIXELS);
  if (!inspected.ok) throw refusal(inspected.code);
  const { contentType } = inspected.value;
  if (!POSTER_TYPES.some((type) => type === contentType)) {
    throw new AppError('unsupported-type', { detail: `A poster may be ${POSTER_TYPES.join(', ')}.` });
  }
  try {
    await renderSample(images, bytes);
  } catch (error) {
    if (refusesContent(error)) throw refusal('corrupt');
    throw error;
  }
  return contentType;
}

function refusal(code: MediaErrorCode): AppError {
  const { message, hint } = describeMediaError(code);
  return new AppError('media-failed', { detail: `${message} ${hint}` });
}
