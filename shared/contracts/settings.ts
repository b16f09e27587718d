import { z } from 'zod';

export const HIDDEN_WORDS_MAX = 200;
export const HIDDEN_WORD_LENGTH = 60;

export const taggableBySchema = z.enum(['everyone', 'following', 'nobody']);
export type TaggableBy = z.infer<typeof taggableBySchema>;

/** What an account's owner chose. */
export const userSettingsSchema = z
  .object({
    taggableBy: taggableBySchema.meta({
      description: 'Who may tag you on photos: everyone, the people you follow, or nobody.',
    }),
    hiddenWords: z
      .array(z.string())
      .meta({ description: 'Comments on your posts that hold one of these words or phrases are held back.' }),
  })
  .meta({ id: 'UserSettings' });
export type UserSettings = z.infer<typeof userSettingsSchema>;

export const updateSettingsSchema = z
  .strictObject({
    taggableBy: taggableBySchema.optional(),
    hiddenWords: z
      .array(z.string().trim().min(1).max(HIDDEN_WORD_LENGTH))
      .max(HIDDEN_WORDS_MAX, `has at most ${HIDDEN_WORDS_MAX} words`)
      .optional(),
  })
  .refine((body) => Object.keys(body).length > 0, 'name at least one field to change');
