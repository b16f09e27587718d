import { notFound } from '../../shared/errors/index.ts';
import type { AppContext } from '../http/app-env.ts';
import { cacheContext } from '../http/cache-context.ts';
import { requireVisibleAuthor } from '../people/require-visible-user.ts';
import { type Hydrated, hydratePosts } from './hydrate-posts.ts';

/**
 * A published post whose author's posts the viewer may see; 404 otherwise. The rows of the post and its author are read,
 * in one query that requests which come meanwhile share, not a cached card.
 */
export async function requireVisiblePost(
  c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>,
  postId: string,
): Promise<Hydrated> {
  const { services, viewer } = c.var;
  const found = (await hydratePosts(services, [{ postId, revision: 0 }], cacheContext(c), true)).get(postId);
  if (!found) throw notFound('post');
  await requireVisibleAuthor(services, viewer, found.author.person, 'post');
  return found;
}
