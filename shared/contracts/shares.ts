import { z } from 'zod';
import { idSchema, timeSchema } from './common.ts';
import { conversationIdSchema } from './conversations.ts';
import { SHARE_NOTE_MAX, SHARE_PEOPLE_MAX } from './limits.ts';
import { writtenText } from './written-text.ts';

/** With people it is a message to each of them; without, the post is passed on to your followers. */
export const sharePostSchema = z.strictObject({
  toUserIds: z.array(idSchema).min(1).max(SHARE_PEOPLE_MAX).optional(),
  note: writtenText(SHARE_NOTE_MAX).optional(),
});
export type SharePost = z.infer<typeof sharePostSchema>;

export const shareAnswerSchema = z
  .object({
    shared: z.boolean(),
    shares: z.number().int().meta({ description: 'How many people pass the post on.' }),
    repost: z.object({ id: idSchema, createdAt: timeSchema }).nullable(),
    messages: z
      .array(z.object({ conversationId: conversationIdSchema, messageId: idSchema }))
      .optional()
      .meta({ description: 'What was sent, when it went to people.' }),
  })
  .meta({ id: 'ShareAnswer' });
export type ShareAnswer = z.infer<typeof shareAnswerSchema>;
