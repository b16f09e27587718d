import { z } from '@hono/zod-openapi';
import { idParamSchema, MAX_POSTER_BYTES, POSTER_TYPES } from '../../../shared/contracts/index.ts';
import { posterKey } from '../../../shared/domain/media/media-keys.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { noContent, route } from '../../http/route.ts';
import { judgePoster } from '../../media/judge-poster.ts';
import { requireOwnFilm } from './require-own-film.ts';

const binary = z.string().meta({ format: 'binary' });

/** Takes the picture that stands for a film. Browsers draw it from a frame; nothing on the server decodes films. */
export const setPoster = route(
  {
    method: 'put',
    path: '/media/{id}/poster',
    tags: ['media'],
    summary: 'Send the picture that stands for a video',
    description: 'Before the video is completed; the last one counts. Without one a plain picture stands in.',
    errors: ['not-found', 'conflict', 'too-large', 'unsupported-type', 'media-failed'],
    request: {
      params: idParamSchema,
      body: { required: true, content: Object.fromEntries(POSTER_TYPES.map((type) => [type, { schema: binary }])) },
    },
    responses: noContent,
  },
  async (c) => {
    const { services } = c.var;
    const { id, state } = await requireOwnFilm(c, c.req.valid('param').id);
    if (state !== 'pending') throw new AppError('conflict', { detail: 'The video is complete.' });
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    if (bytes.length > MAX_POSTER_BYTES) {
      throw new AppError('too-large', { detail: `A poster may have at most ${MAX_POSTER_BYTES} bytes.` });
    }
    const contentType = await judgePoster(services, bytes);
    await services.media.put(posterKey(id), bytes, { httpMetadata: { contentType } });
    return c.body(null, 204);
  },
);
