import { z } from 'zod';
import { idSchema, nextCursorSchema, timeSchema } from './common.ts';
import { captionSchema, locationSchema, POST_MEDIA_MAX, personTagsSchema, postSchema } from './posts.ts';

const fields = {
  caption: captionSchema,
  mediaIds: z
    .array(idSchema)
    .max(POST_MEDIA_MAX, `has at most ${POST_MEDIA_MAX} media`)
    .refine((ids) => new Set(ids).size === ids.length, 'names a medium twice'),
  location: locationSchema.nullable(),
  hideLikes: z.boolean(),
  commentsOff: z.boolean(),
  people: personTagsSchema,
  publishAt: timeSchema.nullable().meta({ description: 'When it publishes itself; null keeps it a draft.' }),
};

export const createDraftSchema = z.strictObject({
  caption: fields.caption.default(''),
  mediaIds: fields.mediaIds.default([]),
  location: fields.location.default(null),
  hideLikes: fields.hideLikes.default(false),
  commentsOff: fields.commentsOff.default(false),
  people: fields.people.default([]),
  publishAt: fields.publishAt.default(null),
});
export type CreateDraft = z.infer<typeof createDraftSchema>;

export const updateDraftSchema = z
  .strictObject(fields)
  .partial()
  .refine((body) => Object.keys(body).length > 0, 'name at least one field to change');
export type UpdateDraft = z.infer<typeof updateDraftSchema>;

export const draftStatusSchema = z.enum(['draft', 'scheduled', 'waiting', 'failed']).meta({
  description:
    '`waiting`: publishes itself as soon as its media are ready. `failed`: it would, but a medium has failed; ' +
    'the medium says why. Replace or remove it, or delete the draft.',
});
export type DraftStatus = z.infer<typeof draftStatusSchema>;

/** A post that only its author sees yet. */
export const draftSchema = postSchema
  .extend({ status: draftStatusSchema, publishAt: timeSchema.nullable() })
  .meta({ id: 'Draft' });
export type Draft = z.infer<typeof draftSchema>;

export const draftsPageSchema = z
  .object({ drafts: z.array(draftSchema), nextCursor: nextCursorSchema })
  .meta({ id: 'DraftsPage' });
export type DraftsPage = z.infer<typeof draftsPageSchema>;
