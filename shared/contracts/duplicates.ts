import { z } from 'zod';
import { idSchema } from './common.ts';
import { mediaSchema } from './media.ts';

/** Media of yours that look like one, the most alike first. */
export const duplicatesSchema = z
  .object({
    duplicates: z.array(
      z.object({
        media: mediaSchema,
        distance: z
          .number()
          .int()
          .meta({ description: 'Bits of 64 in which the perceptual hashes differ; at most 7.' }),
        post: z
          .object({
            id: idSchema,
            state: z.enum(['published', 'archived', 'draft', 'scheduled', 'waiting', 'hidden']),
          })
          .nullable()
          .meta({ description: 'What shows it; null for an upload that nothing shows.' }),
      }),
    ),
  })
  .meta({ id: 'Duplicates' });
export type Duplicates = z.infer<typeof duplicatesSchema>;
