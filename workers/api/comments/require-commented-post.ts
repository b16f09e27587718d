import type { CommentRow } from '../../../shared/db/comments/comment-row.ts';
import { findComment } from '../../../shared/db/comments/find-comment.ts';
import { type CommentedPost, findCommentedPost } from '../../../shared/db/comments/find-commented-post.ts';
import { notFound } from '../../../shared/errors/index.ts';
import type { AppContext } from '../../http/app-env.ts';
import { findParted } from '../../people/find-parted.ts';
import { requireVisibleUser } from '../../people/require-visible-user.ts';

/** A published post that the viewer may see, as comments need it; 404 otherwise. */
export async function requireCommentedPost(
  c: Pick<AppContext, 'get' | 'var'>,
  postId: string,
  what = 'post',
): Promise<CommentedPost> {
  const { services, viewer } = c.var;
  const post = await findCommentedPost(services.shards, postId);
  if (!post) throw notFound(what);
  const { canSeePosts } = await requireVisibleUser(services, viewer, post.authorId, what);
  if (!canSeePosts) throw notFound(what);
  return post;
}

/** The viewer's own comment on a post that is published or was, whoever may see the post by now. */
export async function findOwnComment(
  c: Pick<AppContext, 'get' | 'var'>,
  id: string,
): Promise<{ comment: CommentRow; post: CommentedPost } | undefined> {
  const { services, viewer } = c.var;
  const comment = viewer ? await findComment(services.shards, id, viewer.id) : undefined;
  if (!comment || comment.authorId !== viewer?.id) return undefined;
  const post = await findCommentedPost(services.shards, comment.postId, ['published', 'archived']);
  return post && { comment, post };
}

/**
 * A comment that the viewer may see: on a visible post, of nobody whom a block parts from the viewer, and held ones only
 * by their writer and the post's author, who sees whatever is below their post. 404 otherwise.
 */
export async function requireVisibleComment(
  c: Pick<AppContext, 'get' | 'var'>,
  id: string,
): Promise<{ comment: CommentRow; post: CommentedPost }> {
  const { services, viewer } = c.var;
  const comment = await findComment(services.shards, id, viewer?.id ?? '');
  if (!comment) throw notFound('comment');
  const [post, parted] = await Promise.all([
    requireCommentedPost(c, comment.postId, 'comment'),
    findParted(services, viewer, [comment.authorId]),
  ]);
  const owner = viewer?.id === post.authorId;
  const held = comment.state === 'held' && viewer?.id !== comment.authorId;
  if (!owner && (held || parted.size > 0)) throw notFound('comment');
  return { comment, post };
}
