import { mediaPrefix } from '../../shared/domain/media/media-keys.ts';
import type { Services } from '../services.ts';

/** Deletes everything of a medium from R2: original, master and variants. */
export async function deleteMediaBytes({ media }: Pick<Services, 'media'>, mediaId: string): Promise<void> {
  const { objects } = await media.list({ prefix: mediaPrefix(mediaId) });
  if (objects.length > 0) await media.delete(objects.map(({ key }) => key));
}
