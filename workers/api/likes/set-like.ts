import type { LikeAnswer } from '../../../shared/contracts/index.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { hydratePosts } from '../../cards/hydrate-posts.ts';
import { atHome } from '../../cells/at-home.ts';
import type { AppContext } from '../../http/app-env.ts';
import { cacheContext } from '../../http/cache-context.ts';
import { requireViewer } from '../../http/require-viewer.ts';

/** Marks in the viewer's cell, which decides who may: the count answered holds the viewer's own mark. */
export async function setLike(
  c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>,
  postId: string,
  liked: boolean,
): Promise<LikeAnswer> {
  const { services, now } = c.var;
  const viewer = requireViewer(c);
  const post = (await hydratePosts(services, [{ postId, revision: 0 }], cacheContext(c))).get(postId);
  if (!post) throw notFound('post');
  const { card, author, counts } = post;
  const target = { userId: viewer.id, postId, authorId: card.authorId, authorIsPrivate: author.person.isPrivate };
  const result = await atHome(services, viewer, async (cell) => cell.like(target, liked, now));
  if (!result.ok) throw notFound('post');
  const hidden = card.hideLikes && card.authorId !== viewer.id;
  return { liked, likes: hidden ? null : Math.max(0, counts.likes + result.value.pendingLikes) };
}
