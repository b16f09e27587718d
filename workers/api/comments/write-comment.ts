import type { CreateComment } from '../../../shared/contracts/index.ts';
import { findComment, findCommentByKey } from '../../../shared/db/comments/find-comment.ts';
import type { CommentedPost } from '../../../shared/db/comments/find-commented-post.ts';
import { insertComment } from '../../../shared/db/comments/insert-comment.ts';
import { withNewId } from '../../../shared/db/with-new-id.ts';
import { invalidField, notFound } from '../../../shared/errors/index.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import type { AppContext } from '../../http/app-env.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { sendNotice } from '../../notifications/sync-notices.ts';
import { findParted } from '../../people/find-parted.ts';
import { commentsOff } from './comments-off.ts';
import { judgeText } from './judge-text.ts';

/** Writes the viewer's comment and answers its id. The insert looks once more at what was checked here. */
export async function writeComment(
  c: Pick<AppContext, 'get' | 'var'>,
  post: CommentedPost,
  { text, parentId }: CreateComment,
): Promise<string> {
  const { services, now } = c.var;
  const { shards, ids } = services;
  const viewer = requireViewer(c);
  const clientKey = c.var.clientKey ?? null;
  const known = await findWritten(c, post.id);
  if (known !== undefined) return known;
  if (post.commentsOff) throw commentsOff();
  const thread = parentId ? await requireThread(c, post, parentId) : NO_THREAD;
  // Counts the text among those that may repeat, so all that refuses it comes before.
  const judged = await judgeText(c, post, text);
  const concerns = post.authorId !== viewer.id || thread.parentId !== null || judged.mentions.length > 0;
  const noticeId = concerns ? ids.next(shardOfId(post.id), now) : null;
  const comment = { ...judged, postId: post.id, authorId: viewer.id, clientKey, noticeId, ...thread };
  return withNewId(ids, shardOfId(post.id), now, async (id) => {
    if (await insertComment(shards, { ...comment, id }, now)) {
      const about = { kind: 'comment' as const, commentId: id, postId: post.id, formerIds: [] };
      if (noticeId) await sendNotice(services, { id: noticeId, work: { topic: 'notice', about } });
      return id;
    }
    // Another run of this writing came first; or the post was deleted or closed meanwhile, or the thread went.
    const twin = await findWritten(c, post.id);
    if (twin === undefined) throw notFound(thread.parentId ? 'comment' : 'post');
    return twin;
  });
}

/** What an earlier run of this request wrote, when it died before its answer was kept. */
async function findWritten(c: Pick<AppContext, 'get' | 'var'>, postId: string): Promise<string | undefined> {
  const { services, clientKey, now } = c.var;
  if (clientKey === undefined) return undefined;
  return findCommentByKey(services.shards, { postId, authorId: requireViewer(c).id, clientKey }, now);
}

/** Where a comment goes: the first comment of its thread, and whom it answers there. */
type Thread = { parentId: string | null; answeredUserId: string | null };

const NO_THREAD: Thread = { parentId: null, answeredUserId: null };

/**
 * The thread that a reply joins: the comment answered, or the one that that answers. Nobody joins in whom a block parts
 * from the writer of either.
 */
async function requireThread(
  c: Pick<AppContext, 'get' | 'var'>,
  post: CommentedPost,
  parentId: string,
): Promise<Thread> {
  const { services, viewer } = c.var;
  const parent = await findComment(services.shards, parentId, '');
  if (!parent || parent.postId !== post.id) throw invalidField('parentId', 'is not a comment on this post');
  if (parent.state === 'held') throw invalidField('parentId', 'is held back and cannot be answered yet');
  const head = parent.parentId === null ? parent : await findComment(services.shards, parent.parentId, '');
  if (!head) throw invalidField('parentId', 'is not a comment on this post');
  const parted = await findParted(services, viewer, [...new Set([parent.authorId, head.authorId])]);
  if (parted.size > 0) throw invalidField('parentId', 'is not a comment on this post');
  return { parentId: head.id, answeredUserId: parent.authorId };
}
