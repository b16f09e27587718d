import { z } from 'zod';

/** Limits that a client tells people before they send anything. */
export const instanceSchema = z
  .object({
    name: z.string(),
    version: z.string(),
    media: z.object({
      photoTypes: z.array(z.string()),
      videoTypes: z.array(z.string()),
      maxPhotoBytes: z.number().int(),
      maxVideoBytes: z.number().int(),
      maxPhotoPixels: z.number().int(),
      maxAnimationBytes: z.number().int().meta({ description: 'Of an animated GIF or WebP.' }),
      maxAnimationPixels: z.number().int().meta({ description: 'Of all its frames together.' }),
      maxVideoSeconds: z.number().int(),
      posterTypes: z.array(z.string()),
      maxPosterBytes: z.number().int(),
    }),
    comments: z.object({
      maxText: z.number().int(),
      editMinutes: z.number().int().meta({ description: 'A writer may change a comment for this long.' }),
    }),
    posts: z.object({ maxMedia: z.number().int(), maxCaption: z.number().int(), maxAltText: z.number().int() }),
  })
  .meta({ id: 'Instance' });
export type Instance = z.infer<typeof instanceSchema>;
