import { captionsParamSchema } from '../../../shared/contracts/index.ts';
import { dropCaptions } from '../../../shared/db/media/change-captions.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { noContent, route } from '../../http/route.ts';
import { deleteCaptions as deleteFile } from '../../media/store-captions.ts';
import { requireOwnFilm } from './require-own-film.ts';

/** Takes the subtitles of one language away. The list goes first: nothing names a file that is gone. */
export const deleteCaptions = route(
  {
    method: 'delete',
    path: '/media/{id}/captions/{language}',
    tags: ['media'],
    summary: 'Delete the captions of a video in one language',
    errors: ['not-found', 'conflict'],
    request: { params: captionsParamSchema },
    responses: noContent,
  },
  async (c) => {
    const { services, now } = c.var;
    const { id, language } = c.req.valid('param');
    const film = await requireOwnFilm(c, id);
    const listed = await dropCaptions(services.shards, id, language, now);
    // Also when nothing lists it: an interrupted deletion may have left the file.
    await deleteFile(services, film, language);
    if (!listed) throw notFound('captions');
    return c.body(null, 204);
  },
);
