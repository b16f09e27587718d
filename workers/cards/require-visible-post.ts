import { notFound } from '../../shared/errors/index.ts';
import type { AppContext } from '../http/app-env.ts';
import { cacheContext } from '../http/cache-context.ts';
import { requireVisibleUser } from '../people/require-visible-user.ts';
import { type Hydrated, hydratePosts } from './hydrate-posts.ts';

/** A published post whose author's posts the viewer may see; 404 otherwise. The post's row is read, not a cached card. */
export async function requireVisiblePost(
  c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>,
  postId: string,
): Promise<Hydrated> {
  const { services, viewer } = c.var;
  const found = (await hydratePosts(services, [{ postId, revision: 0 }], cacheContext(c), true)).get(postId);
  if (!found) throw notFound('post');
  const { canSeePosts } = await requireVisibleUser(services, viewer, found.card.authorId, 'post');
  if (!canSeePosts) throw notFound('post');
  return found;
}
