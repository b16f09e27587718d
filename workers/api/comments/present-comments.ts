import type { Comment } from '../../../shared/contracts/index.ts';
import type { CommentRow } from '../../../shared/db/comments/comment-row.ts';
import type { CommentedPost } from '../../../shared/db/comments/find-commented-post.ts';
import type { PersonRow } from '../../../shared/db/people/load-people.ts';
import { describeHold } from '../../../shared/domain/moderation/judge-comment.ts';
import { notFound } from '../../../shared/errors/index.ts';
import type { AuthorCard } from '../../cards/author-card.ts';
import type { AppContext } from '../../http/app-env.ts';
import { cacheContext } from '../../http/cache-context.ts';
import { findParted } from '../../people/find-parted.ts';
import { presentAuthor } from '../../people/present-people.ts';

type PresentContext = Pick<AppContext, 'get' | 'var' | 'executionCtx'>;

/** Comments of a post that the viewer may see, in their order, without those of people whom a block parts from the viewer. */
export async function presentComments(
  c: PresentContext,
  post: CommentedPost,
  rows: readonly CommentRow[],
): Promise<Comment[]> {
  const { services, viewer } = c.var;
  const writerIds = [...new Set(rows.map(({ authorId }) => authorId))];
  const [people, parted] = await Promise.all([loadNamed(c, rows), findParted(services, viewer, writerIds)]);
  return rows.flatMap((row) => {
    const writer = people.get(row.authorId);
    return writer && !parted.has(row.authorId) ? [presentComment(c, post, row, writer.person, people)] : [];
  });
}

/** One comment that was found visible before. */
export async function presentOne(c: PresentContext, post: CommentedPost, row: CommentRow): Promise<Comment> {
  const people = await loadNamed(c, [row]);
  const writer = people.get(row.authorId);
  if (!writer) throw notFound('comment');
  return presentComment(c, post, row, writer.person, people);
}

/** Writers and whom they mention; closed accounts are not among them. */
function loadNamed(c: PresentContext, rows: readonly CommentRow[]): Promise<Map<string, AuthorCard>> {
  const ids = rows.flatMap(({ authorId, mentions }) => [authorId, ...mentions.map(({ userId }) => userId)]);
  return c.var.services.caches.authors.getMany([...new Set(ids)], cacheContext(c));
}

function presentComment(
  c: PresentContext,
  post: CommentedPost,
  row: CommentRow,
  writer: PersonRow,
  people: ReadonlyMap<string, AuthorCard>,
): Comment {
  const { viewer, now, services } = c.var;
  const own = viewer?.id === row.authorId;
  return {
    id: row.id,
    postId: row.postId,
    parentId: row.parentId,
    author: presentAuthor(writer),
    text: row.text,
    hashtags: row.hashtags,
    mentions: row.mentions.filter(({ userId }) => people.has(userId)),
    status: row.state,
    ...(row.heldReason ? { held: describeHold(row.heldReason, own ? 'writer' : 'post-author') } : {}),
    pinned: post.pinnedCommentId === row.id,
    counts: { replies: row.replies, likes: row.likes },
    viewer: {
      liked: row.liked,
      canEdit: own && row.createdAt >= now - services.config.COMMENT_EDIT_MINUTES * 60_000,
      canDelete: own || viewer?.id === post.authorId,
    },
    createdAt: new Date(row.createdAt).toISOString(),
    editedAt: row.editedAt === null ? null : new Date(row.editedAt).toISOString(),
  };
}
