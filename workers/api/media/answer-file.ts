import type { z } from '@hono/zod-openapi';
import { notFound } from '../../../shared/errors/index.ts';
import type { AppContext } from '../../http/app-env.ts';
import { authorizeBytes } from '../../media/authorize-media.ts';
import { type grantQuerySchema, identifyVisitor } from '../../media/identify-visitor.ts';
import { MEDIA_HEADERS } from '../../media/media-headers.ts';
import { serveFilm } from '../../media/serve-film.ts';

/** Answers a file of a medium that is served as it lies in R2, whole or in part, to whoever may see the medium. */
export async function answerFile(
  c: AppContext,
  id: string,
  grant: z.infer<typeof grantQuerySchema>,
  key: string,
): Promise<Response> {
  const { services, now } = c.var;
  const visibility = await authorizeBytes(services, id, 'full', identifyVisitor(c, id, grant), now);
  const file = visibility && (await serveFilm(services.media, key, c.req.raw, MEDIA_HEADERS[visibility]));
  if (!file) throw notFound('medium');
  return file;
}
