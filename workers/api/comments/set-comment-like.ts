import { findComment } from '../../../shared/db/comments/find-comment.ts';
import { likeComment } from '../../../shared/db/comments/like-comment.ts';
import type { OutboxItem } from '../../../shared/db/outbox/outbox-work.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import type { AppContext } from '../../http/app-env.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { sendNotice } from '../../notifications/sync-notices.ts';
import { requireVisibleComment } from './require-commented-post.ts';

/**
 * Likes a comment that the viewer may see, or takes back a like, whether or not they still may; answers the count. Its
 * writer hears by the queue.
 */
export async function setCommentLike(c: Pick<AppContext, 'get' | 'var'>, id: string, liked: boolean): Promise<number> {
  const { services, now } = c.var;
  const userId = requireViewer(c).id;
  const liking = liked ? undefined : await findComment(services.shards, id, userId);
  const comment = liking?.liked ? liking : (await requireVisibleComment(c, id)).comment;
  if (liked && comment.state === 'held') {
    throw new AppError('conflict', { detail: 'The comment is held back and cannot be liked yet.' });
  }
  const { postId, authorId } = comment;
  const about = { kind: 'comment-like' as const, commentId: id, postId, authorId };
  const notice: OutboxItem = { id: services.ids.next(shardOfId(id), now), work: { topic: 'notice', about } };
  const likes = await likeComment(services.shards, { commentId: id, userId }, liked, notice, now);
  if (userId !== authorId && comment.liked !== liked) await sendNotice(services, notice);
  return likes;
}
