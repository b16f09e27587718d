import { findMedia } from '../../../shared/db/media/load-media.ts';
import type { MediaRow } from '../../../shared/db/media/media-row.ts';
import { AppError, notFound } from '../../../shared/errors/index.ts';
import type { AppContext } from '../../http/app-env.ts';
import { requireViewer } from '../../http/require-viewer.ts';

/** The viewer's own film; 404 for somebody else's medium, 409 for a photo. */
export async function requireOwnFilm(c: Pick<AppContext, 'get' | 'var'>, id: string): Promise<MediaRow> {
  const row = await findMedia(c.var.services.shards, id);
  if (row?.ownerId !== requireViewer(c).id) throw notFound('medium');
  if (row.kind !== 'video') throw new AppError('conflict', { detail: 'The medium is a photo.' });
  return row;
}
