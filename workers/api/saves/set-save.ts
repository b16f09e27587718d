import { notFound } from '../../../shared/errors/index.ts';
import { hydratePosts } from '../../cards/hydrate-posts.ts';
import { atHome } from '../../cells/at-home.ts';
import type { AppContext } from '../../http/app-env.ts';
import { cacheContext } from '../../http/cache-context.ts';
import { requireViewer } from '../../http/require-viewer.ts';

/** Marks in the viewer's cell, which is the truth of saves. */
export async function setSave(
  c: Pick<AppContext, 'var' | 'executionCtx'>,
  postId: string,
  saved: boolean,
): Promise<{ saved: boolean }> {
  const { services, now } = c.var;
  const viewer = requireViewer(c);
  const post = (await hydratePosts(services, [{ postId, revision: 0 }], cacheContext(c))).get(postId);
  if (!post) throw notFound('post');
  const { card, author } = post;
  const target = { userId: viewer.id, postId, authorId: card.authorId, authorIsPrivate: author.person.isPrivate };
  const result = await atHome(services, viewer, async (cell) => cell.save(target, saved, now));
  if (!result.ok) throw notFound('post');
  return result.value;
}
