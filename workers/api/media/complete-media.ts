import { idParamSchema, mediaStatusAnswerSchema } from '../../../shared/contracts/index.ts';
import { findMedia } from '../../../shared/db/media/load-media.ts';
import { mediaStatus } from '../../../shared/domain/media/present-media.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';
import { acceptBytes } from '../../media/accept-bytes.ts';

/** The bytes are there: judge what can be judged at once and hand the rest to the pipeline. Repeating it is harmless. */
export const completeMedia = route(
  {
    method: 'post',
    path: '/media/{id}/complete',
    tags: ['media'],
    summary: 'Say that the bytes have been sent',
    errors: ['not-found', 'conflict'],
    request: { params: idParamSchema },
    responses: answer(202, mediaStatusAnswerSchema, 'Where the medium stands now.'),
  },
  async (c) => {
    const { services, now } = c.var;
    const { id } = c.req.valid('param');
    const row = await findMedia(services.shards, id);
    if (row?.ownerId !== requireViewer(c).id) throw notFound('medium');
    const state = row.state === 'pending' ? await acceptBytes(services, row, now) : row.state;
    // A lost message costs a minute, not the medium: the row itself says what is due, and the sweep reads it.
    if (state === 'uploaded' || state === 'processing') await services.mediaQueue.send({ mediaId: id });
    return c.json({ status: mediaStatus({ state }) }, 202);
  },
);
