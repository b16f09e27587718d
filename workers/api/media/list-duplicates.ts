import { duplicatesSchema, idParamSchema } from '../../../shared/contracts/index.ts';
import { findMedia, loadMedia } from '../../../shared/db/media/load-media.ts';
import { findSimilarHashes } from '../../../shared/db/media/similar-hashes.ts';
import { findPostsOfMedia } from '../../../shared/db/posts/find-posts-of-media.ts';
import { signedMediaUrls } from '../../../shared/domain/media/media-urls.ts';
import { presentMedia } from '../../../shared/domain/media/present-media.ts';
import { AppError, notFound } from '../../../shared/errors/index.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';

/** Enough for a warning; the most alike are kept. */
const MAX_DUPLICATES = 20;

/** Media of yours that look like this one: for a warning before it is shared again. Nobody else's are told. */
export const listDuplicates = route(
  {
    method: 'get',
    path: '/media/{id}/duplicates',
    tags: ['media'],
    summary: 'Your media that look like this one',
    errors: ['not-found', 'media-not-ready'],
    request: { params: idParamSchema },
    responses: answer(200, duplicatesSchema, 'The most alike first; empty when there is none.'),
  },
  async (c) => {
    const { services, now } = c.var;
    const { shards, config } = services;
    const { id } = c.req.valid('param');
    const { id: ownerId } = requireViewer(c);
    const row = await findMedia(shards, id);
    if (row?.ownerId !== ownerId) throw notFound('medium');
    if (row.state !== 'ready')
      throw new AppError('media-not-ready', { detail: `The medium is not ready (${row.state}).` });
    const hash = row.perceptualHash;
    const similar = hash ? await findSimilarHashes(shards, hash, { kind: 'media', ownerId }) : [];
    const refs = similar.map(({ ref }) => ref).filter((ref) => ref !== id);
    const [media, posts] = await Promise.all([loadMedia(shards, refs), findPostsOfMedia(shards, ownerId, refs)]);
    const urlFor = signedMediaUrls(config.TOKEN_KEYS, ownerId, now);
    const duplicates = similar.flatMap(({ ref, distance }) => {
      const twin = ref === id ? undefined : media.get(ref);
      if (!twin) return [];
      return [{ media: presentMedia(twin, urlFor, { forOwner: true }), distance, post: posts.get(ref) ?? null }];
    });
    return c.json({ duplicates: duplicates.slice(0, MAX_DUPLICATES) }, 200);
  },
);
