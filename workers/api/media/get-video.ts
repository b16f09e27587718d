import { z } from '@hono/zod-openapi';
import { idParamSchema } from '../../../shared/contracts/index.ts';
import { videoKey } from '../../../shared/domain/media/media-keys.ts';
import { route } from '../../http/route.ts';
import { grantQuerySchema } from '../../media/identify-visitor.ts';
import { answerFile } from './answer-file.ts';

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
    limit: 'media',
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
  (c) => {
    const { id } = c.req.valid('param');
    return answerFile(c, id, c.req.valid('query'), videoKey(id));
  },
);
