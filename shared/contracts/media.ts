import { z } from 'zod';
import { idSchema, timeSchema } from './common.ts';
import { filterSchema } from './picture-edits.ts';
import { writtenText } from './written-text.ts';

export const ALT_TEXT_MAX = 1_000;
export const altTextSchema = writtenText(ALT_TEXT_MAX);

/** Variants of a photo, and of a video's poster: the box each is fitted into, in pixels. */
export const VARIANTS = {
  thumb: { width: 150, height: 150, fit: 'cover' },
  profile: { width: 320, height: 320, fit: 'cover' },
  feed: { width: 640, height: null, fit: 'scale-down' },
  full: { width: 1_080, height: null, fit: 'scale-down' },
  story: { width: 1_080, height: 1_920, fit: 'cover' },
} as const;
export type Variant = keyof typeof VARIANTS;
export const variantSchema = z.enum(['thumb', 'profile', 'feed', 'full', 'story']);

/** What `POST /media` takes as a photo's declared type; the bytes decide in the end. */
export const PHOTO_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
  'image/gif',
  'image/heic',
  'image/heif',
] as const;
/** What a browser draws from a frame. */
export const POSTER_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export const MAX_POSTER_BYTES = 4 * 1_024 * 1_024;
/** The longest film that may be published. */
export const MAX_VIDEO_SECONDS = 60;
export const VIDEO_TYPES = ['video/mp4', 'video/quicktime', 'video/webm'] as const;

export const mediaKindSchema = z.enum(['photo', 'video']);
export const mediaStatusSchema = z.enum(['pending', 'processing', 'ready', 'failed']);
export type MediaStatus = z.infer<typeof mediaStatusSchema>;

export const createMediaSchema = z.strictObject({
  kind: mediaKindSchema,
  contentType: z.string().min(1).max(100),
  size: z.number().int().positive().meta({ description: 'Bytes that will be sent.' }),
  altText: altTextSchema.optional(),
  filter: filterSchema
    .optional()
    .meta({ description: 'The name of a filter, or edits with crop, turn and adjustments.' }),
  multipart: z
    .boolean()
    .default(false)
    .meta({ description: 'Send the bytes in parts that can be sent again one by one; for files above 5 MB.' }),
});

export const uploadSchema = z.object({
  method: z
    .enum(['PUT', 'POST', 'PATCH'])
    .meta({ description: 'PUT, but for videos of installations with Cloudflare Stream.' }),
  url: z.url(),
  headers: z.record(z.string(), z.string()),
  form: z.string().optional().meta({ description: 'Send the bytes as this field of a form (multipart/form-data).' }),
  expiresAt: timeSchema,
});

export const uploadPartSchema = z.object({
  number: z.number().int(),
  offset: z.number().int().meta({ description: 'Where the part begins in the file.' }),
  size: z.number().int(),
  url: z.url().meta({ description: 'Takes one PUT of exactly `size` bytes; its answer has an `ETag`.' }),
  etag: z.string().nullable().meta({ description: 'Set once the part was reported as sent.' }),
});
export type UploadPart = z.infer<typeof uploadPartSchema>;

export const multipartUploadSchema = z
  .object({ partSize: z.number().int(), parts: z.array(uploadPartSchema), expiresAt: timeSchema })
  .meta({ id: 'MultipartUpload' });
export type MultipartUpload = z.infer<typeof multipartUploadSchema>;

export const reportPartSchema = z.strictObject({ etag: z.string().min(1).max(500) });
export const uploadPartParamSchema = z.object({ id: idSchema, number: z.coerce.number().int().min(1).max(10_000) });

/** A resumable upload by https://tus.io 1.0.0. */
export const tusUploadSchema = z.object({ url: z.url(), expiresAt: timeSchema });

export const createdMediaSchema = z
  .object({
    mediaId: idSchema,
    upload: uploadSchema,
    multipart: multipartUploadSchema.optional(),
    tus: tusUploadSchema.optional().meta({ description: 'Instead of `multipart`, for videos that go to Stream.' }),
  })
  .meta({ id: 'CreatedMedia' });
export type CreatedMedia = z.infer<typeof createdMediaSchema>;

export const mediaUrlsSchema = z.object({
  thumb: z.string(),
  profile: z.string(),
  feed: z.string(),
  full: z.string(),
  story: z.string(),
  original: z.string().optional(),
  poster: z.string().optional(),
  hls: z.string().optional(),
  dash: z.string().optional(),
  video: z.string().optional().meta({ description: 'The film as one file, for players without HLS.' }),
  animated: z.string().optional(),
});

export const mediaErrorSchema = z.object({
  code: z.string(),
  message: z.string().meta({ description: 'Why it failed, for people.' }),
  hint: z.string().optional().meta({ description: 'What to try next.' }),
});

/** What took a photo, never where. */
export const cameraSchema = z
  .object({
    make: z.string(),
    model: z.string(),
    lens: z.string(),
    aperture: z.number().meta({ description: 'The f-number.' }),
    exposureSeconds: z.number(),
    iso: z.number(),
    focalLength: z.number().meta({ description: 'Millimetres.' }),
  })
  .partial()
  .meta({ id: 'Camera' });
export type Camera = z.infer<typeof cameraSchema>;

/** `sensitive`: shown after a tap. `held` and `blocked`: seen by the owner only, with the reason. */
export const moderationSchema = z.object({
  state: z.enum(['sensitive', 'held', 'blocked']),
  reason: z.string().optional(),
});

export const captionsTrackSchema = z.object({ language: z.string(), label: z.string(), url: z.string() });

export const mediaSchema = z
  .object({
    id: idSchema,
    kind: mediaKindSchema,
    status: mediaStatusSchema,
    error: mediaErrorSchema.optional(),
    width: z.number().int().nullable(),
    height: z.number().int().nullable(),
    duration: z.number().optional().meta({ description: 'Seconds, for videos.' }),
    blurhash: z.string().nullable(),
    altText: z.string(),
    animated: z.boolean().optional().meta({ description: 'An animated GIF or WebP; `urls.animated` plays.' }),
    moderation: moderationSchema.optional(),
    camera: cameraSchema.optional(),
    showCamera: z.boolean().optional().meta({ description: 'Told to the owner.' }),
    captions: z.array(captionsTrackSchema).optional(),
    urls: mediaUrlsSchema.nullable(),
  })
  .meta({ id: 'Media' });
export type Media = z.infer<typeof mediaSchema>;

export const updateMediaSchema = z
  .strictObject({
    altText: altTextSchema.optional(),
    showCamera: z.boolean().optional().meta({ description: 'Whether others see what camera took the photo, and how.' }),
  })
  .refine((body) => Object.keys(body).length > 0, 'name at least one field to change');
export const mediaStatusAnswerSchema = z.object({ status: mediaStatusSchema }).meta({ id: 'MediaStatus' });
export const mediaVariantParamSchema = z.object({ id: idSchema, variant: variantSchema });
