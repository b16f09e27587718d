import type { CollectionRow } from '../../../durable-objects/timeline-cell/collections.ts';
import type { Collection } from '../../../shared/contracts/index.ts';
import { loadLikeTargets } from '../../../shared/db/posts/load-like-targets.ts';
import { publicMediaUrl, signedMediaUrls } from '../../../shared/domain/media/media-urls.ts';
import { hydratePosts } from '../../cards/hydrate-posts.ts';
import { findVisible } from '../../cards/visible-post-ids.ts';
import type { AppContext } from '../../http/app-env.ts';
import { cacheContext } from '../../http/cache-context.ts';
import { requireViewer } from '../../http/require-viewer.ts';

/**
 * Collections with their counts and covers, as far as the viewer may still see what is in them: a cover is the newest post
 * that they see. Of posts that were added long ago, behind those that the row names, it is not looked.
 */
export async function presentCollections(
  c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>,
  rows: readonly CollectionRow[],
): Promise<Collection[]> {
  const { services, now } = c.var;
  const visible = await findVisiblePosts(
    c,
    rows.flatMap(({ newestPostIds }) => newestPostIds),
  );
  const coverIds = rows.map(({ newestPostIds }) => newestPostIds.find((id) => visible.has(id)));
  const wanted = coverIds.flatMap((postId) => (postId ? [{ postId, revision: 0 }] : []));
  const posts = await hydratePosts(services, wanted, cacheContext(c));
  const signed = signedMediaUrls(services.config.TOKEN_KEYS, requireViewer(c).id, now);
  return rows.map(({ id, name, posts: count, newestPostIds, createdAt }, index) => {
    const cover = posts.get(coverIds[index] ?? '');
    const [first] = cover?.card.media ?? [];
    const urlFor = cover?.author.person.isPrivate ? signed : publicMediaUrl;
    return {
      id,
      name,
      counts: { posts: count - newestPostIds.filter((postId) => !visible.has(postId)).length },
      coverUrl: first ? urlFor(first.id, 'thumb') : null,
      createdAt: new Date(createdAt).toISOString(),
    };
  });
}

/** Those of many posts that the viewer may see; cheaper than their cards, which would push others out of memory. */
async function findVisiblePosts(c: Pick<AppContext, 'get' | 'var'>, postIds: readonly string[]): Promise<Set<string>> {
  const { services } = c.var;
  const posts = await loadLikeTargets(services.shards, postIds);
  const authors = [...posts].map(([id, { authorId, authorIsPrivate }]) => {
    return [id, { id: authorId, isPrivate: authorIsPrivate }] as const;
  });
  return findVisible(services, requireViewer(c), new Map(authors));
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
