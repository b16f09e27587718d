import { z } from 'zod';
import { idSchema, nextCursorSchema, timeSchema } from './common.ts';
import { locationSchema, personTagSchema } from './posts.ts';

/** What a post showed before an edit. */
export const postVersionSchema = z
  .object({
    caption: z.string(),
    location: locationSchema.nullable(),
    altTexts: z.record(idSchema, z.string()).meta({ description: 'By media id.' }),
    people: z.array(personTagSchema.extend({ username: z.string() })),
    replacedAt: timeSchema,
  })
  .meta({ id: 'PostVersion' });
export type PostVersion = z.infer<typeof postVersionSchema>;

export const postHistorySchema = z
  .object({ versions: z.array(postVersionSchema), nextCursor: nextCursorSchema })
  .meta({ id: 'PostHistory' });
export type PostHistory = z.infer<typeof postHistorySchema>;
