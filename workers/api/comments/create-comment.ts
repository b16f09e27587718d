import { commentSchema, createCommentSchema, idParamSchema } from '../../../shared/contracts/index.ts';
import { findComment } from '../../../shared/db/comments/find-comment.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { observeAuthor } from '../../cells/observe-author.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, jsonBody, route } from '../../http/route.ts';
import { presentOne } from './present-comments.ts';
import { requireCommentedPost } from './require-commented-post.ts';
import { writeComment } from './write-comment.ts';

/** Comments on a post or answers a comment. When it is held back, the answer says so, and why. `/comment` is an alias. */
const commentRoute = (path: string) =>
  route(
    {
      method: 'post',
      path,
      tags: ['comments'],
      summary: 'Comment on a post, or answer a comment',
      limit: 'comment',
      request: { params: idParamSchema, body: jsonBody(createCommentSchema) },
      responses: answer(201, commentSchema, 'The comment; its `status` says whether others see it.'),
      errors: ['not-found', 'comments-off'],
    },
    async (c) => {
      const { services } = c.var;
      const post = await requireCommentedPost(c, c.req.valid('param').id);
      const id = await writeComment(c, post, c.req.valid('json'));
      services.caches.counts.forget(post.id);
      observeAuthor(c, post.authorId, 'comment');
      const row = await findComment(services.shards, id, requireViewer(c).id);
      if (!row) throw notFound('comment');
      return c.json(await presentOne(c, post, row), 201, { Location: `/api/v1/comments/${id}` });
    },
  );

export const createComment = commentRoute('/posts/{id}/comments');
export const createCommentAlias = commentRoute('/posts/{id}/comment');
