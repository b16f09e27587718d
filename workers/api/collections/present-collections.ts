import type { CollectionRow } from '../../../durable-objects/timeline-cell/collections.ts';
import type { Collection } from '../../../shared/contracts/index.ts';
import { publicMediaUrl, signedMediaUrls } from '../../../shared/domain/media/media-urls.ts';
import { hydratePosts } from '../../cards/hydrate-posts.ts';
import { visiblePostIds } from '../../cards/visible-post-ids.ts';
import type { AppContext } from '../../http/app-env.ts';
import { cacheContext } from '../../http/cache-context.ts';
import { requireViewer } from '../../http/require-viewer.ts';

/** Collections with their covers, as far as the viewer may still see them. */
export async function presentCollections(
  c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>,
  rows: readonly CollectionRow[],
): Promise<Collection[]> {
  const { services, now } = c.var;
  const visible = await visiblePostIds(
    c,
    rows.flatMap(({ newestPostId }) => newestPostId ?? []),
  );
  const wanted = visible.map((postId) => ({ postId, revision: 0 }));
  const posts = await hydratePosts(services, wanted, cacheContext(c));
  const signed = signedMediaUrls(services.config.TOKEN_KEYS, requireViewer(c).id, now);
  return rows.map(({ id, name, posts: count, newestPostId, createdAt }) => {
    const cover = newestPostId === null ? undefined : posts.get(newestPostId);
    const [first] = cover?.card.media ?? [];
    const urlFor = cover?.author.person.isPrivate ? signed : publicMediaUrl;
    return {
      id,
      name,
      counts: { posts: count },
      coverUrl: first ? urlFor(first.id, 'thumb') : null,
      createdAt: new Date(createdAt).toISOString(),
    };
  });
}

/** One collection. */
export async function presentCollection(
  c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>,
  row: CollectionRow,
): Promise<Collection> {
  const [collection] = await presentCollections(c, [row]);
  if (!collection) throw new Error('the collection was not presented');
  return collection;
}
