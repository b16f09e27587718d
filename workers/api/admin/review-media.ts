import { idParamSchema, mediaSchema, reviewMediaSchema } from '../../../shared/contracts/index.ts';
import { reviewMedia as review } from '../../../shared/db/media/review-media.ts';
import { indexHash } from '../../../shared/db/media/similar-hashes.ts';
import { publicMediaUrl } from '../../../shared/domain/media/media-urls.ts';
import { presentMedia } from '../../../shared/domain/media/present-media.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { answer, jsonBody, route } from '../../http/route.ts';

/** Decides about a photo, and puts it on the list of refused pictures when asked to. */
export const reviewMedia = route(
  {
    method: 'post',
    path: '/admin/media/{id}/review',
    tags: ['admin'],
    summary: 'Decide about a photo',
    access: 'operator',
    errors: ['not-found'],
    request: { params: idParamSchema, body: jsonBody(reviewMediaSchema) },
    responses: answer(200, mediaSchema, 'The medium as it is now.'),
  },
  async (c) => {
    const { services, now } = c.var;
    const { state, reason = null, list } = c.req.valid('json');
    const row = await review(services.shards, c.req.valid('param').id, { state, reason }, now);
    if (!row) throw notFound('medium');
    const hash = row.perceptualHash;
    if (list && hash) await indexHash(services.shards, { kind: 'listed', ref: hash, hash, ownerId: null });
    return c.json(presentMedia(row, publicMediaUrl, { forOwner: true }), 200);
  },
);
