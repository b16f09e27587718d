import type { MarkTarget } from '../../shared/domain/likes/like-act.ts';
import { notFound } from '../../shared/errors/index.ts';
import type { AppContext } from '../http/app-env.ts';
import { cacheContext } from '../http/cache-context.ts';
import { requireViewer } from '../http/require-viewer.ts';
import { hydratePosts } from './hydrate-posts.ts';

/** A post that the viewer marks, as their cell needs it to decide whether they may. */
export async function markTarget(
  c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>,
  postId: string,
): Promise<MarkTarget> {
  const { services } = c.var;
  const post = (await hydratePosts(services, [{ postId, revision: 0 }], cacheContext(c))).get(postId);
  if (!post) throw notFound('post');
  const { card, author } = post;
  return { userId: requireViewer(c).id, postId, authorId: card.authorId, authorIsPrivate: author.person.isPrivate };
}
