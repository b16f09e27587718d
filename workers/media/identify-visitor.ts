import { z } from '@hono/zod-openapi';
import { readMediaGrant } from '../../shared/domain/media/media-urls.ts';
import type { AppContext } from '../http/app-env.ts';
import type { MediaVisitor } from './authorize-media.ts';

/** What a signed URL carries. */
export const grantQuerySchema = z.object({
  exp: z.string().max(12).optional(),
  for: z.string().max(13).optional(),
  sig: z.string().max(64).optional(),
});

/** The token says who asks, or a signature that names the viewer it was made for. */
export function identifyVisitor(
  c: Pick<AppContext, 'get' | 'var'>,
  mediaId: string,
  { exp = '', for: viewerId = '', sig = '' }: z.infer<typeof grantQuerySchema>,
): MediaVisitor {
  const { services, viewer, now } = c.var;
  const grant = { exp, for: viewerId, sig };
  const named = sig === '' ? null : readMediaGrant(services.config.TOKEN_KEYS, mediaId, grant, now);
  return { viewerId: viewer?.id ?? named, vouched: named !== null && (viewer === null || viewer.id === named) };
}
