import { reportPartSchema, uploadPartParamSchema } from '../../../shared/contracts/index.ts';
import { findMedia } from '../../../shared/db/media/load-media.ts';
import { recordPart } from '../../../shared/db/media/upload-parts.ts';
import { planParts } from '../../../shared/domain/media/plan-parts.ts';
import { AppError, notFound } from '../../../shared/errors/index.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { jsonBody, noContent, route } from '../../http/route.ts';

/** Notes that a part has arrived, by the `ETag` that R2 answered: the progress that a resumed upload starts from. */
export const reportPart = route(
  {
    method: 'put',
    path: '/media/{id}/parts/{number}',
    tags: ['media'],
    summary: 'Report a part as sent',
    errors: ['not-found', 'conflict'],
    request: { params: uploadPartParamSchema, body: jsonBody(reportPartSchema) },
    responses: noContent,
  },
  async (c) => {
    const { shards } = c.var.services;
    const { id, number } = c.req.valid('param');
    const row = await findMedia(shards, id);
    if (row?.ownerId !== requireViewer(c).id || row.uploadId === null) throw notFound('upload');
    if (row.state !== 'pending') throw new AppError('conflict', { detail: 'The upload is complete.' });
    if (number > planParts(row.declaredSize).length) throw notFound('part');
    await recordPart(shards, id, number, c.req.valid('json').etag.replaceAll('"', ''));
    return c.body(null, 204);
  },
);
