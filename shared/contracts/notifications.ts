import { z } from 'zod';
import { idSchema, nextCursorSchema, timeSchema } from './common.ts';
import { personSchema } from './users.ts';

/** What a notification tells of. Those of many people's acts are one: `like`, `comment-like`, `repost`, `follow`, `follow-request`. */
export const notificationKindSchema = z.enum([
  'like',
  'comment-like',
  'comment',
  'reply',
  'mention',
  'tag',
  'repost',
  'follow',
  'follow-request',
  'follow-accepted',
]);
export type NotificationKind = z.infer<typeof notificationKindSchema>;

export const notificationSchema = z
  .object({
    id: z.string().meta({ example: 'like:01hq2m8k7w0c4' }),
    kind: notificationKindSchema,
    actors: z.array(personSchema).meta({ description: 'Who did it, newest first: a few of `count`.' }),
    count: z.number().int().meta({ description: 'How many people did it, at most 1,000 of a day’s followers.' }),
    post: z
      .object({ id: idSchema, thumbUrl: z.string().nullable(), altText: z.string().nullable() })
      .nullable()
      .meta({ description: 'The post that it is about.' }),
    comment: z
      .object({ id: idSchema, text: z.string() })
      .nullable()
      .meta({ description: 'The comment that it is about, its beginning.' }),
    createdAt: timeSchema.meta({ description: 'Of the newest act.' }),
    read: z.boolean(),
  })
  .meta({ id: 'Notification' });
export type Notification = z.infer<typeof notificationSchema>;

export const notificationsPageSchema = z
  .object({
    notifications: z.array(notificationSchema),
    unread: z.number().int().meta({ description: 'How many you have not read, on all pages.' }),
    through: timeSchema
      .nullable()
      .meta({ description: 'Pass it to `POST /notifications/read` once the page was shown; null when it is empty.' }),
    nextCursor: nextCursorSchema,
  })
  .meta({ id: 'NotificationsPage' });
export type NotificationsPage = z.infer<typeof notificationsPageSchema>;

export const unreadAnswerSchema = z.object({ unread: z.number().int() }).meta({ id: 'UnreadAnswer' });
export type UnreadAnswer = z.infer<typeof unreadAnswerSchema>;

export const readNotificationsSchema = z.strictObject({
  through: timeSchema
    .optional()
    .meta({ description: 'The `through` of the page that was shown: what came later stays unread. Without it, all.' }),
});

export const notificationChoiceSchema = z.enum(['everyone', 'following', 'nobody']);
export type NotificationChoice = z.infer<typeof notificationChoiceSchema>;

/** Whose acts you hear of. Requests to follow you, and answers to yours, always come. */
export const notificationPreferencesSchema = z
  .strictObject({
    likes: notificationChoiceSchema.meta({ description: 'Likes of your posts and comments.' }),
    comments: notificationChoiceSchema.meta({ description: 'Comments on your posts and answers to your comments.' }),
    mentions: notificationChoiceSchema,
    tags: notificationChoiceSchema.meta({ description: 'Tags on photos.' }),
    reposts: notificationChoiceSchema,
    follows: notificationChoiceSchema.meta({ description: 'New followers.' }),
  })
  .meta({ id: 'NotificationPreferences' });
export type NotificationPreferences = z.infer<typeof notificationPreferencesSchema>;
