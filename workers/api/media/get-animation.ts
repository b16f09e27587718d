import { z } from '@hono/zod-openapi';
import { idParamSchema } from '../../../shared/contracts/index.ts';
import { animationKey } from '../../../shared/domain/media/media-keys.ts';
import { route } from '../../http/route.ts';
import { grantQuerySchema } from '../../media/identify-visitor.ts';
import { answerFile } from './answer-file.ts';

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
    limit: 'media',
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
  (c) => {
    const { id } = c.req.valid('param');
    return answerFile(c, id, c.req.valid('query'), animationKey(id));
  },
);
