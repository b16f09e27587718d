import { z } from '@hono/zod-openapi';
import { idSchema } from '../../../shared/contracts/index.ts';
import { findMedia } from '../../../shared/db/media/load-media.ts';
import { notFound } from '../../../shared/errors/index.ts';
import type { AppContext } from '../../http/app-env.ts';
import { route } from '../../http/route.ts';
import { authorizeBytes } from '../../media/authorize-media.ts';
import { grantQuerySchema, identifyVisitor } from '../../media/identify-visitor.ts';
import { streamUrl } from '../../stream/stream-url.ts';

const MANIFESTS = { hls: 'manifest/video.m3u8', dash: 'manifest/video.mpd' } as const;

/**
 * Where a film on Stream plays, for whoever may see it now: the rule is asked at every start, and the token that the
 * answer carries ends in minutes. Nobody may keep the answer.
 */
function manifestRoute(protocol: keyof typeof MANIFESTS, summary: string) {
  return route(
    {
      method: 'get',
      path: `/media/{id}/${protocol}`,
      tags: ['media'],
      summary,
      description: 'A redirect to the manifest on Stream. Other films have `urls.video` instead.',
      access: 'optional',
      limit: 'media',
      errors: ['not-found'],
      request: { params: z.object({ id: idSchema }), query: grantQuerySchema },
      responses: { 302: { description: 'Where the manifest is, for some minutes.' } },
    },
    async (c) => {
      const { services, now } = c.var;
      const { id } = c.req.valid('param');
      const visitor = identifyVisitor(c as AppContext, id, c.req.valid('query'));
      const visibility = await authorizeBytes(services, id, 'full', visitor, now);
      const film = visibility && (await findMedia(services.shards, id));
      if (!film?.streamId) throw notFound('medium');
      const url = await streamUrl(services, film.streamId, MANIFESTS[protocol], now);
      return c.body(null, 302, { Location: url, 'Cache-Control': 'private, no-store' });
    },
  );
}

export const getHls = manifestRoute('hls', 'Play a film by HLS');
export const getDash = manifestRoute('dash', 'Play a film by DASH');
