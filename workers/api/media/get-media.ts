import { idParamSchema, mediaSchema } from '../../../shared/contracts/index.ts';
import { findMedia } from '../../../shared/db/media/load-media.ts';
import { findMediaAccess } from '../../../shared/db/media/load-media-access.ts';
import { isPublicMedia } from '../../../shared/domain/media/can-see-media.ts';
import { publicMediaUrl, signedMediaUrls } from '../../../shared/domain/media/media-urls.ts';
import { presentMedia } from '../../../shared/domain/media/present-media.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { answer, route } from '../../http/route.ts';
import { maySee } from '../../media/authorize-media.ts';

/** A medium and how far it is. Its owner sees it in every state, others when it is ready and they may. */
export const getMedia = route(
  {
    method: 'get',
    path: '/media/{id}',
    tags: ['media'],
    summary: 'A medium and its state',
    access: 'optional',
    limit: 'read',
    errors: ['not-found'],
    request: { params: idParamSchema },
    responses: answer(200, mediaSchema, 'The medium.'),
  },
  async (c) => {
    const { services, viewer, now } = c.var;
    const { id } = c.req.valid('param');
    const access = await findMediaAccess(services.shards, id);
    const visitor = { viewerId: viewer?.id ?? null, vouched: false };
    if (!access || !(await maySee(services, access, visitor))) throw notFound('medium');
    if (access.state !== 'ready' && viewer?.id !== access.facts.ownerId) throw notFound('medium');
    const row = await findMedia(services.shards, id);
    if (!row) throw notFound('medium');
    const urlFor =
      viewer && !isPublicMedia(access.facts, 'full')
        ? signedMediaUrls(services.config.TOKEN_KEYS, viewer.id, now)
        : publicMediaUrl;
    return c.json(presentMedia(row, urlFor, { forOwner: viewer?.id === row.ownerId }), 200);
  },
);
