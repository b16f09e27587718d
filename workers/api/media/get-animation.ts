import { z } from '@hono/zod-openapi';
import { idParamSchema } from '../../../shared/contracts/index.ts';
import { animationKey } from '../../../shared/domain/media/media-keys.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { route } from '../../http/route.ts';
import { authorizeBytes } from '../../media/authorize-media.ts';
import { grantQuerySchema, identifyVisitor } from '../../media/identify-visitor.ts';
import { MEDIA_HEADERS } from '../../media/media-headers.ts';
import { serveFilm } from '../../media/serve-film.ts';

const binary = z.string().meta({ format: 'binary' });

/** A GIF or WebP that moves, as one file. Who prefers stillness has the variants. */
export const getAnimation = route(
  {
    method: 'get',
    path: '/media/{id}/animated',
    tags: ['media'],
    summary: 'The bytes of an animated picture',
    description: 'In the format that it was sent in. That of private accounts needs the signed URL, or a token.',
    access: 'optional',
    errors: ['not-found', 'range-not-satisfiable'],
    request: { params: idParamSchema, query: grantQuerySchema },
    responses: {
      200: {
        description: 'The whole animation.',
        content: { 'image/gif': { schema: binary }, 'image/webp': { schema: binary } },
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
    const headers = visibility && MEDIA_HEADERS[visibility];
    const animation = headers && (await serveFilm(services.media, animationKey(id), c.req.raw, headers));
    if (!animation) throw notFound('medium');
    return animation;
  },
);
