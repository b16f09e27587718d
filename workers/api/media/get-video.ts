import { z } from '@hono/zod-openapi';
import { idParamSchema } from '../../../shared/contracts/index.ts';
import { videoKey } from '../../../shared/domain/media/media-keys.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { route } from '../../http/route.ts';
import { authorizeBytes } from '../../media/authorize-media.ts';
import { grantQuerySchema, identifyVisitor } from '../../media/identify-visitor.ts';
import { MEDIA_HEADERS } from '../../media/media-headers.ts';
import { serveFilm } from '../../media/serve-film.ts';

const binary = z.string().meta({ format: 'binary' });

/** A film as one file. Players ask for ranges of it, which come straight from R2. */
export const getVideo = route(
  {
    method: 'get',
    path: '/media/{id}/video',
    tags: ['media'],
    summary: 'The bytes of a film',
    description:
      'Takes `Range`, `If-Range` and conditions. Films of private accounts need the signed URL of the medium, or a token.',
    access: 'optional',
    errors: ['not-found', 'range-not-satisfiable'],
    request: { params: idParamSchema, query: grantQuerySchema },
    responses: {
      200: {
        description: 'The whole film.',
        content: { 'video/mp4': { schema: binary }, 'video/webm': { schema: binary } },
      },
      206: { description: 'The part asked for.' },
      304: { description: 'The copy that the client has is still good.' },
    },
  },
  async (c) => {
    const { services, now } = c.var;
    const { id } = c.req.valid('param');
    const visitor = identifyVisitor(c, id, c.req.valid('query'));
    const visibility = await authorizeBytes(services, id, 'full', visitor, now);
    const film = visibility && (await serveFilm(services.media, videoKey(id), c.req.raw, MEDIA_HEADERS[visibility]));
    if (!film) throw notFound('medium');
    return film;
  },
);
