import { z } from 'zod';
import { idSchema, nextCursorSchema, timeSchema } from './common.ts';
import { CAPTION_MAX, LOCATION_NAME_MAX } from './limits.ts';
import { altTextSchema, mediaSchema } from './media.ts';
import { authorSchema } from './users.ts';
import { writtenLine, writtenText } from './written-text.ts';

export const POST_MEDIA_MAX = 10;

export const locationSchema = z.strictObject({
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  name: writtenLine(LOCATION_NAME_MAX).min(1, 'is empty'),
});
export type Location = z.infer<typeof locationSchema>;

export const captionSchema = writtenText(CAPTION_MAX);

const PEOPLE_MAX = 20;
const unit = z.number().min(0).max(1);

/** A person on a photo; x and y are shares of its width and height, from the left and the top. */
export const personTagSchema = z.strictObject({ mediaId: idSchema, userId: idSchema, x: unit, y: unit });
export type PersonTag = z.infer<typeof personTagSchema>;

export const personTagsSchema = z
  .array(personTagSchema)
  .max(PEOPLE_MAX, `has at most ${PEOPLE_MAX} tags`)
  .refine((tags) => new Set(tags.map(({ mediaId, userId }) => mediaId + userId)).size === tags.length, {
    message: 'tags a person twice on one photo',
  });

/** The media of a post, in the order in which they are shown. */
export const postMediaIdsSchema = z
  .array(idSchema)
  .min(1, 'needs at least one medium')
  .max(POST_MEDIA_MAX, `has at most ${POST_MEDIA_MAX} media`)
  .refine((ids) => new Set(ids).size === ids.length, 'names a medium twice');

export const createPostSchema = z.strictObject({
  caption: captionSchema.default(''),
  mediaIds: postMediaIdsSchema,
  location: locationSchema.optional(),
  hideLikes: z.boolean().default(false),
  commentsOff: z.boolean().default(false),
  people: personTagsSchema.default([]),
});
export type CreatePost = z.infer<typeof createPostSchema>;

const filesSchema = z.preprocess(
  (value) => (value === undefined || Array.isArray(value) ? value : [value]),
  z.array(z.instanceof(File, { message: 'is not a file' }).meta({ type: 'string', format: 'binary' })),
);

/** The other way to publish: photos and their caption in one request. The field may be written `images` or `images[]`. */
export const multipartPostSchema = z
  .object({ caption: captionSchema.default(''), images: filesSchema.optional(), 'images[]': filesSchema.optional() })
  .transform(({ caption, images = [], 'images[]': more = [] }) => ({ caption, images: [...images, ...more] }))
  .refine(({ images }) => images.length >= 1 && images.length <= POST_MEDIA_MAX, {
    path: ['images'],
    message: `needs 1 to ${POST_MEDIA_MAX} files`,
  });

export type MultipartPost = z.output<typeof multipartPostSchema>;

export const updatePostSchema = z
  .strictObject({
    caption: captionSchema.optional(),
    location: locationSchema.nullable().optional(),
    hideLikes: z.boolean().optional(),
    commentsOff: z.boolean().optional(),
    people: personTagsSchema.optional().meta({ description: 'Replaces all tags of people.' }),
    mediaIds: postMediaIdsSchema.optional().meta({
      description: 'The media in their new order; ready ones may be added, those left out are deleted with their tags.',
    }),
    altTexts: z
      .record(idSchema, altTextSchema)
      .optional()
      .meta({ description: 'Descriptions by media id; media that are not named keep theirs.' }),
  })
  .refine((body) => Object.keys(body).length > 0, 'name at least one field to change');
export type UpdatePost = z.infer<typeof updatePostSchema>;

export const postSchema = z
  .object({
    id: idSchema,
    author: authorSchema,
    caption: z.string(),
    hashtags: z.array(z.string()),
    mentions: z.array(z.object({ userId: idSchema, username: z.string() })),
    media: z.array(mediaSchema),
    location: locationSchema.nullable(),
    hideLikes: z.boolean(),
    commentsOff: z.boolean(),
    people: z
      .array(personTagSchema.extend({ username: z.string() }))
      .meta({ description: 'People on the photos; each may take their own tag off.' }),
    counts: z.object({
      likes: z.number().int().nullable().meta({ description: 'Null when the author hides likes from you.' }),
      comments: z.number().int(),
      shares: z.number().int(),
    }),
    viewer: z.object({
      liked: z.boolean(),
      saved: z.boolean(),
      shared: z.boolean().meta({ description: 'You passed it on to your followers, not long ago.' }),
    }),
    createdAt: timeSchema,
    editedAt: timeSchema.nullable(),
    archived: z.literal(true).optional().meta({ description: 'It is your own and archived: nobody else sees it.' }),
  })
  .meta({ id: 'Post' });
export type Post = z.infer<typeof postSchema>;

export const postsPageSchema = z
  .object({ posts: z.array(postSchema), nextCursor: nextCursorSchema })
  .meta({ id: 'PostsPage' });
export type PostsPage = z.infer<typeof postsPageSchema>;
