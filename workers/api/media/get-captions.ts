import { z } from '@hono/zod-openapi';
import { captionsParamSchema } from '../../../shared/contracts/index.ts';
import { isUnchanged } from '../../../shared/domain/media/is-unchanged.ts';
import { captionsKey } from '../../../shared/domain/media/media-keys.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { route } from '../../http/route.ts';
import { authorizeBytes } from '../../media/authorize-media.ts';
import { grantQuerySchema, identifyVisitor } from '../../media/identify-visitor.ts';

/** Captions change, other than pictures; a copy is asked for again after this. */
const MAX_AGE_SECONDS = 60;
const SCOPES = { public: 'public', personal: 'private' };

/** The subtitles of one language, for whoever may see the film. */
export const getCaptions = route(
  {
    method: 'get',
    path: '/media/{id}/captions/{language}',
    tags: ['media'],
    summary: 'The captions of a video in one language',
    access: 'optional',
    limit: 'media',
    errors: ['not-found'],
    request: { params: captionsParamSchema, query: grantQuerySchema },
    responses: {
      200: { description: 'A WebVTT file.', content: { 'text/vtt': { schema: z.string() } } },
      304: { description: 'The copy that the client has is still good.' },
    },
  },
  async (c) => {
    const { services, now } = c.var;
    const { id, language } = c.req.valid('param');
    const visibility = await authorizeBytes(services, id, 'full', identifyVisitor(c, id, c.req.valid('query')), now);
    const object = visibility && (await services.media.get(captionsKey(id, language)));
    if (!object) throw notFound('captions');
    const { httpEtag: etag, uploaded } = object;
    const text = await object.text();
    const headers = {
      'Content-Type': 'text/vtt; charset=utf-8',
      'Cache-Control': `${SCOPES[visibility]}, max-age=${MAX_AGE_SECONDS}`,
      ETag: etag,
      'Last-Modified': uploaded.toUTCString(),
    };
    const preconditions = { ifNoneMatch: c.req.header('if-none-match') };
    if (isUnchanged(preconditions, { etag, lastModified: uploaded.getTime() })) {
      return new Response(null, { status: 304, headers });
    }
    return new Response(text, { headers });
  },
);
