import { type Comment, commentsPageSchema, idParamSchema, pageQuerySchema } from '../../../shared/contracts/index.ts';
import type { CommentRow } from '../../../shared/db/comments/comment-row.ts';
import { listComments } from '../../../shared/db/comments/list-comments.ts';
import { decodeIdCursor, encodeIdCursor } from '../../../shared/domain/paging/id-cursor.ts';
import { readShownPage } from '../../../shared/domain/paging/read-shown-page.ts';
import { answer, route } from '../../http/route.ts';
import { presentComments } from './present-comments.ts';
import { requireVisibleComment } from './require-commented-post.ts';

/** The replies of a thread, oldest first, as a conversation is read. */
export const listReplies = route(
  {
    method: 'get',
    path: '/comments/{id}/replies',
    tags: ['comments'],
    summary: 'Replies to a comment',
    access: 'optional',
    limit: 'read',
    request: { params: idParamSchema, query: pageQuerySchema },
    responses: answer(200, commentsPageSchema, 'A page of replies.'),
    errors: ['not-found'],
  },
  async (c) => {
    const { services, viewer } = c.var;
    const { limit, cursor } = c.req.valid('query');
    const afterId = decodeIdCursor('replies', cursor);
    const { comment, post } = await requireVisibleComment(c, c.req.valid('param').id);
    const read = (after: string | null, count: number) =>
      listComments(services.shards, {
        postId: post.id,
        parentId: comment.id,
        pinnedId: null,
        viewerId: viewer?.id ?? '',
        viewerOwnsPost: viewer?.id === post.authorId,
        order: 'oldest',
        after: after === null ? null : { score: 0, id: after },
        limit: count,
      });
    const { shown, last } = await readShownPage<CommentRow, Comment>(
      limit,
      (row, count) => read(row?.id ?? afterId, count),
      (page) => presentComments(c, post, page),
    );
    return c.json({ comments: shown, nextCursor: encodeIdCursor('replies', last?.id ?? null) }, 200);
  },
);
