import { idParamSchema, multipartUploadSchema } from '../../../shared/contracts/index.ts';
import { findMedia } from '../../../shared/db/media/load-media.ts';
import { AppError, notFound } from '../../../shared/errors/index.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';
import { presentMultipart } from '../../media/multipart-upload.ts';

/** How far an upload in parts is, with new URLs: the way back in after a reload or a lost connection. */
export const getUpload = route(
  {
    method: 'get',
    path: '/media/{id}/upload',
    tags: ['media'],
    summary: 'Continue an upload in parts',
    errors: ['not-found', 'conflict'],
    request: { params: idParamSchema },
    responses: answer(200, multipartUploadSchema, 'The parts, those that have arrived with their tag.'),
  },
  async (c) => {
    const { services, now } = c.var;
    const row = await findMedia(services.shards, c.req.valid('param').id);
    if (row?.ownerId !== requireViewer(c).id || row.uploadId === null) throw notFound('upload');
    if (row.state !== 'pending') throw new AppError('conflict', { detail: 'The upload is complete.' });
    return c.json(await presentMultipart(services, new URL(c.req.url).origin, row, now), 200);
  },
);
