import { z } from '@hono/zod-openapi';
import { mediaVariantParamSchema } from '../../../shared/contracts/index.ts';
import { negotiateFormat } from '../../../shared/domain/media/negotiate-format.ts';
import { notFound } from '../../../shared/errors/index.ts';
import type { AppContext } from '../../http/app-env.ts';
import { requireAttemptByAddress } from '../../http/limit-action.ts';
import { route } from '../../http/route.ts';
import { authorizeBytes } from '../../media/authorize-media.ts';
import { readEdge, writeEdge } from '../../media/edge-cache.ts';
import { grantQuerySchema, identifyVisitor } from '../../media/identify-visitor.ts';
import { EDGE_SECONDS, MEDIA_HEADERS } from '../../media/media-headers.ts';
import { openVariant } from '../../media/open-variant.ts';
import { serveBytes } from '../../media/serve-bytes.ts';

const binary = z.string().meta({ format: 'binary' });

/** A variant's bytes, in the best format that the client accepts. */
export const getMediaVariant = route(
  {
    method: 'get',
    path: '/media/{id}/{variant}',
    tags: ['media'],
    summary: 'The bytes of a variant',
    description:
      'AVIF, WebP or JPEG by `Accept`. Media of private accounts need the signed URL of the medium, or a token.',
    access: 'optional',
    limit: 'media',
    errors: ['not-found', 'range-not-satisfiable'],
    request: { params: mediaVariantParamSchema, query: grantQuerySchema },
    responses: {
      200: {
        description: 'The whole picture.',
        content: {
          'image/avif': { schema: binary },
          'image/webp': { schema: binary },
          'image/jpeg': { schema: binary },
        },
      },
      206: { description: 'The part asked for.' },
      304: { description: 'The copy that the client has is still good.' },
    },
  },
  async (c) => {
    const { services, now } = c.var;
    const { id, variant } = c.req.valid('param');
    const visibility = await authorizeBytes(services, id, variant, identifyVisitor(c, id, c.req.valid('query')), now);
    if (!visibility) throw notFound('medium');
    const choices = negotiateFormat(c.req.header('accept'));
    const background = (work: Promise<unknown>) => c.executionCtx.waitUntil(work);
    // Tokens are seldom sent for pictures, so renderings count by address for everybody.
    const request = { background, countRendering: () => requireAttemptByAddress(c as AppContext, 'render') };
    const { origin } = new URL(c.req.url);
    const isPublic = visibility === 'public';
    const cached = isPublic ? await readEdge(services.layers.media, origin, id, variant, choices[0].format) : null;
    const stored = cached ?? (await openVariant(services, id, variant, choices, request));
    if (!stored) throw notFound('medium');
    if (isPublic && !cached) background(writeEdge(origin, id, variant, stored, EDGE_SECONDS));
    return serveBytes(c.req.raw, stored, MEDIA_HEADERS[visibility]);
  },
);
