import type { PostRow } from '../../../shared/db/posts/load-posts.ts';
import { loadPosts } from '../../../shared/db/posts/load-posts.ts';
import { AppError, notFound } from '../../../shared/errors/index.ts';
import { requireVisiblePost } from '../../cards/require-visible-post.ts';
import type { AppContext } from '../../http/app-env.ts';
import { requireViewer } from '../../http/require-viewer.ts';

/** A post of the viewer: 403 for somebody else's that they can see, 404 for what they cannot. */
export async function requireOwnPost(
  c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>,
  postId: string,
): Promise<PostRow> {
  const viewer = requireViewer(c);
  const post = (await loadPosts(c.var.services.shards, [postId])).get(postId);
  if (!post || post.state === 'deleted') throw notFound('post');
  if (post.authorId === viewer.id) return post;
  await requireVisiblePost(c, postId);
  throw new AppError('forbidden', { detail: 'Only its author may change a post.' });
}
