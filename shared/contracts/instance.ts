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
    }),
    posts: z.object({ maxMedia: z.number().int(), maxCaption: z.number().int(), maxAltText: z.number().int() }),
  })
  .meta({ id: 'Instance' });
export type Instance = z.infer<typeof instanceSchema>;
