import { z } from 'zod';
import { idSchema, nextCursorSchema, pageQuerySchema, timeSchema } from './common.ts';
import { MESSAGE_TEXT_MAX } from './limits.ts';
import { postSchema } from './posts.ts';
import { personSchema } from './users.ts';
import { writtenText } from './written-text.ts';

/** The ids of its two people, the lower one first: the same two always meet in the same conversation. */
export const conversationIdSchema = z
  .string()
  .regex(/^[0-9a-f][0-9a-hjkmnp-tv-z]{12}-[0-9a-f][0-9a-hjkmnp-tv-z]{12}$/, 'is not the id of a conversation')
  .meta({ example: '01hq2m8k7w0c4-01hq2mbc1x3d9' });

export const conversationParamSchema = z.object({ id: conversationIdSchema });

export const createConversationSchema = z.strictObject({ userId: idSchema });

export const messageTextSchema = writtenText(MESSAGE_TEXT_MAX);

export const sendMessageSchema = z
  .strictObject({
    text: messageTextSchema.optional(),
    postId: idSchema.optional().meta({ description: 'A post to show; you must see it.' }),
  })
  .refine(({ text, postId }) => Boolean(text) || postId !== undefined, 'holds a text, a post, or both');
export type SendMessage = z.infer<typeof sendMessageSchema>;

export const messageSchema = z
  .object({
    id: idSchema,
    conversationId: conversationIdSchema,
    senderId: idSchema,
    text: z.string(),
    postId: idSchema.nullable(),
    post: postSchema.nullable().meta({ description: 'The post, while you may see it.' }),
    seen: z.boolean().meta({ description: 'Of your own: the other one has read it, and took your request up.' }),
    createdAt: timeSchema,
  })
  .meta({ id: 'Message' });
export type Message = z.infer<typeof messageSchema>;

export const messagesPageSchema = z
  .object({ messages: z.array(messageSchema), nextCursor: nextCursorSchema })
  .meta({ id: 'MessagesPage' });
export type MessagesPage = z.infer<typeof messagesPageSchema>;

export const conversationSchema = z
  .object({
    id: conversationIdSchema,
    with: personSchema,
    unread: z.number().int(),
    request: z
      .boolean()
      .meta({ description: 'Somebody whom you do not follow began it, and you have not answered yet.' }),
    pending: z
      .boolean()
      .meta({ description: 'You began it, and the other one, who does not follow you, has not taken it up yet.' }),
    last: z
      .object({ senderId: idSchema, text: z.string(), postId: idSchema.nullable(), createdAt: timeSchema })
      .nullable()
      .meta({ description: 'The newest message, its beginning.' }),
  })
  .meta({ id: 'Conversation' });
export type Conversation = z.infer<typeof conversationSchema>;

export const conversationsQuerySchema = pageQuerySchema.extend({
  folder: z
    .enum(['main', 'requests'])
    .default('main')
    .meta({ description: '`requests`: begun by people whom you do not follow, until you answer.' }),
});

export const conversationsPageSchema = z
  .object({
    conversations: z.array(conversationSchema),
    unread: z.number().int().meta({ description: 'Conversations with unread messages, without requests.' }),
    nextCursor: nextCursorSchema,
  })
  .meta({ id: 'ConversationsPage' });
export type ConversationsPage = z.infer<typeof conversationsPageSchema>;

export const conversationsUnreadSchema = z
  .object({
    unread: z.number().int().meta({ description: 'Conversations with unread messages, without requests.' }),
    requests: z.number().int().meta({ description: 'Requests with unread messages.' }),
  })
  .meta({ id: 'ConversationsUnread' });
export type ConversationsUnread = z.infer<typeof conversationsUnreadSchema>;

export const readConversationSchema = z.strictObject({
  messageId: idSchema
    .optional()
    .meta({ description: 'The newest message shown: later ones stay unread. Without it, all.' }),
});
