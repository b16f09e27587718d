import { findAuthorOf } from '../../shared/db/posts/find-author-of.ts';
import type { MarkTarget } from '../../shared/domain/likes/like-act.ts';
import { notFound } from '../../shared/errors/index.ts';
import type { AppContext } from '../http/app-env.ts';
import { cacheContext } from '../http/cache-context.ts';
import { requireViewer } from '../http/require-viewer.ts';
import { hydratePosts } from './hydrate-posts.ts';

/** A post that the viewer marks, as their cell needs it to decide whether they may; for taking a mark back also one that is archived or deleted. */
export async function markTarget(
  c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>,
  postId: string,
  takesBack: boolean,
): Promise<MarkTarget> {
  const { services } = c.var;
  const userId = requireViewer(c).id;
  const post = (await hydratePosts(services, [{ postId, revision: 0 }], cacheContext(c))).get(postId);
  if (post) {
    return { userId, postId, authorId: post.card.authorId, authorIsPrivate: post.author.person.isPrivate };
  }
  const authorId = takesBack ? await findAuthorOf(services.shards, postId, ['archived', 'deleted']) : undefined;
  if (!authorId) throw notFound('post');
  return { userId, postId, authorId, authorIsPrivate: false, archived: true };
}
