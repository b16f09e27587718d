import { idParamSchema, mediaSchema, updateMediaSchema } from '../../../shared/contracts/index.ts';
import { changeMedia } from '../../../shared/db/media/change-media.ts';
import { signedMediaUrls } from '../../../shared/domain/media/media-urls.ts';
import { presentMedia } from '../../../shared/domain/media/present-media.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, jsonBody, route } from '../../http/route.ts';

/** Changes the text that describes a medium to people who do not see it. */
export const updateMedia = route(
  {
    method: 'patch',
    path: '/media/{id}',
    tags: ['media'],
    summary: 'Describe a medium',
    errors: ['not-found'],
    request: { params: idParamSchema, body: jsonBody(updateMediaSchema) },
    responses: answer(200, mediaSchema, 'The changed medium.'),
  },
  async (c) => {
    const { services, now } = c.var;
    const viewer = requireViewer(c);
    const row = await changeMedia(services.shards, viewer.id, c.req.valid('param').id, c.req.valid('json'), now);
    if (!row) throw notFound('medium');
    const urlFor = signedMediaUrls(services.config.TOKEN_KEYS, viewer.id, now);
    return c.json(presentMedia(row, urlFor, { forOwner: true }), 200);
  },
);
