import {
  type Comment,
  commentsPageSchema,
  commentsQuerySchema,
  idParamSchema,
} from '../../../shared/contracts/index.ts';
import type { CommentRow } from '../../../shared/db/comments/comment-row.ts';
import { findComment } from '../../../shared/db/comments/find-comment.ts';
import { listComments as readComments } from '../../../shared/db/comments/list-comments.ts';
import { decodeCommentsCursor, encodeCommentsCursor } from '../../../shared/domain/paging/comments-cursor.ts';
import { readShownPage } from '../../../shared/domain/paging/read-shown-page.ts';
import { answer, route } from '../../http/route.ts';
import { presentComments } from './present-comments.ts';
import { requireCommentedPost } from './require-commented-post.ts';

/** Comments on a post, the pinned one first; replies are listed by their thread. `/comment` is the same under another name. */
const commentsRoute = (path: string) =>
  route(
    {
      method: 'get',
      path,
      tags: ['comments'],
      summary: 'Comments on a post',
      access: 'optional',
      limit: 'read',
      request: { params: idParamSchema, query: commentsQuerySchema },
      responses: answer(200, commentsPageSchema, 'A page of comments.'),
      errors: ['not-found'],
    },
    async (c) => {
      const { services, viewer } = c.var;
      const { limit, cursor, order } = c.req.valid('query');
      const kind = `comments-${order}`;
      const after = decodeCommentsCursor(kind, cursor);
      const post = await requireCommentedPost(c, c.req.valid('param').id);
      const viewerId = viewer?.id ?? '';
      const pinnedId = after ? after.pinnedId : post.pinnedCommentId;
      const query = {
        postId: post.id,
        parentId: null,
        pinnedId,
        viewerId,
        viewerOwnsPost: viewerId === post.authorId,
        order,
      };
      let pinned: CommentRow | undefined;
      const { shown, last } = await readShownPage<CommentRow, Comment>(
        limit,
        async (row, count) => {
          const isFirst = after === null && row === undefined;
          const [rows, found] = await Promise.all([
            readComments(services.shards, { ...query, after: row ?? after, limit: count }),
            isFirst && pinnedId !== null ? findComment(services.shards, pinnedId, viewerId) : undefined,
          ]);
          pinned = found;
          return rows;
        },
        (page) => presentComments(c, post, pinned ? [pinned, ...page] : page),
      );
      const nextCursor = last ? encodeCommentsCursor(kind, { ...last, pinnedId }) : null;
      return c.json({ comments: shown, nextCursor }, 200);
    },
  );

export const listComments = commentsRoute('/posts/{id}/comments');
export const listCommentsAlias = commentsRoute('/posts/{id}/comment');
