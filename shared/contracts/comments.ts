import { z } from 'zod';
import { idSchema, nextCursorSchema, pageQuerySchema, timeSchema } from './common.ts';
import { COMMENT_TEXT_MAX } from './limits.ts';
import { authorSchema } from './users.ts';
import { writtenText } from './written-text.ts';

export const commentTextSchema = writtenText(COMMENT_TEXT_MAX).min(1, 'is empty');

export const createCommentSchema = z.strictObject({
  text: commentTextSchema,
  parentId: idSchema
    .nullish()
    .meta({ description: 'The comment to answer. An answer to an answer joins the same thread.' }),
});
export type CreateComment = z.infer<typeof createCommentSchema>;

export const updateCommentSchema = z.strictObject({ text: commentTextSchema });

export const commentOrderSchema = z.enum(['top', 'newest']);
export type CommentOrder = z.infer<typeof commentOrderSchema>;

export const commentsQuerySchema = pageQuerySchema.extend({ order: commentOrderSchema.default('top') });

/** Why a comment is seen by nobody but its writer and the post's author. */
export const heldCodeSchema = z.enum(['blocked-word', 'hidden-word', 'repeated-text', 'link-by-new-account']);
export type HeldCode = z.infer<typeof heldCodeSchema>;

export const commentSchema = z
  .object({
    id: idSchema,
    postId: idSchema,
    parentId: idSchema.nullable(),
    author: authorSchema,
    text: z.string(),
    hashtags: z.array(z.string()),
    mentions: z.array(z.object({ userId: idSchema, username: z.string() })),
    status: z
      .enum(['published', 'held'])
      .meta({ description: 'A held comment is seen by its writer and the author of the post only.' }),
    held: z.object({ code: heldCodeSchema, message: z.string() }).optional().meta({
      description: 'Why it is held back, in words for whoever reads it: its writer, or the author of the post.',
    }),
    pinned: z.boolean(),
    counts: z.object({ replies: z.number().int(), likes: z.number().int() }),
    viewer: z.object({ liked: z.boolean(), canEdit: z.boolean(), canDelete: z.boolean() }),
    createdAt: timeSchema,
    editedAt: timeSchema.nullable(),
  })
  .meta({ id: 'Comment' });
export type Comment = z.infer<typeof commentSchema>;

export const commentsPageSchema = z
  .object({ comments: z.array(commentSchema), nextCursor: nextCursorSchema })
  .meta({ id: 'CommentsPage' });
export type CommentsPage = z.infer<typeof commentsPageSchema>;

export const commentLikeAnswerSchema = z
  .object({ liked: z.boolean(), likes: z.number().int() })
  .meta({ id: 'CommentLikeAnswer' });
