import { z } from '@hono/zod-openapi';
import { mediaVariantParamSchema } from '../../../shared/contracts/index.ts';
import { readMediaGrant } from '../../../shared/domain/media/media-urls.ts';
import { negotiateFormat } from '../../../shared/domain/media/negotiate-format.ts';
import { notFound } from '../../../shared/errors/index.ts';
import type { AppContext } from '../../http/app-env.ts';
import { route } from '../../http/route.ts';
import { authorizeBytes, type MediaVisitor } from '../../media/authorize-media.ts';
import { readEdge, writeEdge } from '../../media/edge-cache.ts';
import { openVariant } from '../../media/open-variant.ts';
import { serveBytes } from '../../media/serve-bytes.ts';

const WEEK_SECONDS = 604_800;
/** A shared cache between us and people keeps a public picture no longer than this after it stops being public. */
const SHARED_SECONDS = 300;
const PERSONAL_SECONDS = 300;

const PUBLIC_HEADERS = {
  'Cache-Control': `public, max-age=${WEEK_SECONDS}, immutable`,
  'CDN-Cache-Control': `public, max-age=${SHARED_SECONDS}`,
};
const PERSONAL_HEADERS = { 'Cache-Control': `private, max-age=${PERSONAL_SECONDS}` };

const grantQuerySchema = z.object({
  exp: z.string().max(12).optional(),
  for: z.string().max(13).optional(),
  sig: z.string().max(64).optional(),
});
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
    const { origin } = new URL(c.req.url);
    const isPublic = visibility === 'public';
    const cached = isPublic ? await readEdge(origin, id, variant, choices[0].format) : null;
    const stored = cached ?? (await openVariant(services, id, variant, choices, background));
    if (!stored) throw notFound('medium');
    if (isPublic && !cached) background(writeEdge(origin, id, variant, stored, WEEK_SECONDS));
    return serveBytes(c.req.raw, stored, isPublic ? PUBLIC_HEADERS : PERSONAL_HEADERS);
  },
);

/** The token says who asks, or a signature that names the viewer it was made for. */
function identifyVisitor(c: AppContext, mediaId: string, query: z.infer<typeof grantQuerySchema>): MediaVisitor {
  const { services, viewer, now } = c.var;
  const { exp = '', for: viewerId = '', sig = '' } = query;
  const named =
    sig === '' ? null : readMediaGrant(services.config.TOKEN_KEYS, mediaId, { exp, for: viewerId, sig }, now);
  return { viewerId: viewer?.id ?? named, vouched: named !== null && (viewer === null || viewer.id === named) };
}
