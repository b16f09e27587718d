import { layersSchema } from '../../../shared/contracts/index.ts';
import type { CacheCounts } from '../../../shared/domain/caching/batch-cache.ts';
import { answer, route } from '../../http/route.ts';

/** Hits and misses of every layer in front of D1, as this isolate counted them. */
export const getCaches = route(
  {
    method: 'get',
    path: '/admin/caches',
    tags: ['admin'],
    summary: 'Hits and misses of the cache layers',
    access: 'operator',
    responses: answer(200, layersSchema, 'Counts since the isolate began.'),
  },
  (c) => {
    const { layers, caches } = c.var.services;
    const { posts, authors, counts, likeTargets } = caches;
    const withJoined = (layer: CacheCounts) => ({ ...layer, hits: layer.hits + caches.shown.hits });
    const memory = {
      posts: withJoined(posts.counts),
      authors: withJoined(authors.counts),
      counts: withJoined(counts.counts),
      likeTargets: likeTargets.counts,
    };
    return c.json({ ...layers, ...memory }, 200);
  },
);
