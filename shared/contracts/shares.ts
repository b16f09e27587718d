import { z } from 'zod';
import { idSchema, timeSchema } from './common.ts';

const SHARE_PEOPLE_MAX = 50;
const SHARE_NOTE_MAX = 1_000;

/** Without people a post is passed on to your followers. */
export const sharePostSchema = z.strictObject({
  toUserIds: z.array(idSchema).min(1).max(SHARE_PEOPLE_MAX).optional(),
  note: z.string().trim().max(SHARE_NOTE_MAX).optional(),
});
export type SharePost = z.infer<typeof sharePostSchema>;

export const shareAnswerSchema = z
  .object({
    shared: z.boolean(),
    shares: z.number().int().meta({ description: 'How many people pass the post on.' }),
    repost: z.object({ id: idSchema, createdAt: timeSchema }).nullable(),
  })
  .meta({ id: 'ShareAnswer' });
export type ShareAnswer = z.infer<typeof shareAnswerSchema>;
