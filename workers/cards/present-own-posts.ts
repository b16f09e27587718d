import { loadMedia } from '../../shared/db/media/load-media.ts';
import type { MediaRow } from '../../shared/db/media/media-row.ts';
import { loadPostCounts, NO_COUNTS, type PostRow } from '../../shared/db/posts/load-posts.ts';
import { notFound } from '../../shared/errors/index.ts';
import type { AppContext } from '../http/app-env.ts';
import { cacheContext } from '../http/cache-context.ts';
import { requireViewer } from '../http/require-viewer.ts';
import { makeCard } from './post-card.ts';
import { presentPost } from './present-post.ts';
import { readMarks } from './read-marks.ts';

/** One of them, with the rows it was made of. */
export type OwnPost = { row: PostRow; media: MediaRow[]; json: string };

/** The viewer's own posts as JSON, in whatever state they are: these are read from D1, never from a cache. */
export async function presentOwnPosts(
  c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>,
  rows: readonly PostRow[],
): Promise<OwnPost[]> {
  const { services, now } = c.var;
  const viewer = requireViewer(c);
  const ids = rows.map(({ id }) => id);
  const [media, counts, authors, marksOf] = await Promise.all([
    loadMedia(
      services.shards,
      rows.flatMap(({ mediaIds }) => mediaIds),
    ),
    loadPostCounts(services.shards, ids),
    services.caches.authors.getMany([viewer.id], cacheContext(c)),
    readMarks(services, viewer, ids),
  ]);
  const author = authors.get(viewer.id);
  if (!author) throw notFound('user');
  return rows.map((row) => {
    const mediaOfPost = row.mediaIds.flatMap((id) => media.get(id) ?? []);
    const post = { card: makeCard(row, mediaOfPost), author, counts: counts.get(row.id) ?? NO_COUNTS };
    return { row, media: mediaOfPost, json: presentPost(services, viewer, now, post, marksOf(row.id)) };
  });
}
