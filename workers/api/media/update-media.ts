import { idParamSchema, mediaSchema, updateMediaSchema } from '../../../shared/contracts/index.ts';
import { changeMedia } from '../../../shared/db/media/change-media.ts';
import { findMedia } from '../../../shared/db/media/load-media.ts';
import { signedMediaUrls } from '../../../shared/domain/media/media-urls.ts';
import { presentMedia } from '../../../shared/domain/media/present-media.ts';
import { AppError, notFound } from '../../../shared/errors/index.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, jsonBody, route } from '../../http/route.ts';
import type { Services } from '../../services.ts';

/** Changes the text that describes a medium to people who do not see it, until a post shows it. */
export const updateMedia = route(
  {
    method: 'patch',
    path: '/media/{id}',
    tags: ['media'],
    summary: 'Describe a medium',
    description: 'Of a post that was published, the post is edited instead: `PATCH /posts/{id}` with `altTexts`.',
    errors: ['not-found', 'conflict'],
    request: { params: idParamSchema, body: jsonBody(updateMediaSchema) },
    responses: answer(200, mediaSchema, 'The changed medium.'),
  },
  async (c) => {
    const { services, now } = c.var;
    const viewer = requireViewer(c);
    const { id } = c.req.valid('param');
    const row = await changeMedia(services.shards, viewer.id, id, c.req.valid('json'), now);
    if (!row) throw await whyNot(services, viewer.id, id);
    const urlFor = signedMediaUrls(services.config.TOKEN_KEYS, viewer.id, now);
    return c.json(presentMedia(row, urlFor, { forOwner: true }), 200);
  },
);

async function whyNot({ shards }: Pick<Services, 'shards'>, ownerId: string, id: string): Promise<AppError> {
  const medium = await findMedia(shards, id);
  if (medium?.ownerId !== ownerId) return notFound('medium');
  return new AppError('conflict', {
    detail: 'altText: a post shows it; change it with altTexts of PATCH /posts/{id}.',
  });
}
