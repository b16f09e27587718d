import { idParamSchema } from '../../../shared/contracts/index.ts';
import { deleteUnattached } from '../../../shared/db/media/change-media.ts';
import { findMedia } from '../../../shared/db/media/load-media.ts';
import { AppError, notFound } from '../../../shared/errors/index.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { noContent, route } from '../../http/route.ts';

/** Deletes a medium that nothing shows yet. One in a post goes with the post. */
export const deleteMedia = route(
  {
    method: 'delete',
    path: '/media/{id}',
    tags: ['media'],
    summary: 'Delete an unused medium',
    errors: ['not-found', 'conflict'],
    request: { params: idParamSchema },
    responses: noContent,
  },
  async (c) => {
    const { shards } = c.var.services;
    const { id } = c.req.valid('param');
    const viewer = requireViewer(c);
    if (await deleteUnattached(shards, viewer.id, id, c.var.now)) return c.body(null, 204);
    const row = await findMedia(shards, id);
    if (row?.ownerId !== viewer.id) throw notFound('medium');
    throw new AppError('conflict', { detail: 'The medium is in use. Delete what shows it instead.' });
  },
);
