import { loadPosts } from '../../shared/db/posts/load-posts.ts';
import { notFound } from '../../shared/errors/index.ts';
import type { AppContext } from '../http/app-env.ts';
import { requireViewer } from '../http/require-viewer.ts';
import { presentOwnPosts } from './present-own-posts.ts';

/**
 * The viewer's own archived post as JSON; 404 otherwise. The only way to one by its id: all that acts on a post or lists
 * what belongs to it asks for a published one, of its author too.
 */
export async function requireOwnArchived(
  c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>,
  postId: string,
): Promise<string> {
  const row = (await loadPosts(c.var.services.shards, [postId])).get(postId);
  if (row?.state !== 'archived' || row.authorId !== requireViewer(c).id) throw notFound('post');
  const [post] = await presentOwnPosts(c, [row]);
  if (!post) throw notFound('post');
  return post.json;
}
