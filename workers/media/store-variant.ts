import type { Variant } from '../../shared/contracts/index.ts';
import { type ImageFormat, variantKey } from '../../shared/domain/media/media-keys.ts';
import type { Services } from '../services.ts';
import { renderVariant } from './render-variant.ts';

/** Renders a variant and keeps it in R2. Doing it twice stores the same picture twice. */
export async function storeVariant(
  { images, media }: Pick<Services, 'images' | 'media'>,
  mediaId: string,
  source: Uint8Array<ArrayBuffer>,
  variant: Variant,
  format: ImageFormat,
): Promise<R2Object> {
  const bytes = await renderVariant(images, source, variant, format);
  return media.put(variantKey(mediaId, variant, format), bytes, { httpMetadata: { contentType: `image/${format}` } });
}
