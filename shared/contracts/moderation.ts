import { z } from 'zod';
import { idSchema } from './common.ts';
import { mediaSchema } from './media.ts';

/** A photo that waits for a person's decision. */
export const heldMediaSchema = z
  .object({ media: z.array(mediaSchema.extend({ ownerId: idSchema })) })
  .meta({ id: 'HeldMedia' });

/** What a reviewer decides. `list`: pictures that look like it are refused from now on. */
export const reviewMediaSchema = z.strictObject({
  state: z.enum(['clean', 'sensitive', 'held', 'blocked']),
  reason: z.string().trim().max(300).optional(),
  list: z.boolean().default(false),
});

export const listedPictureSchema = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{16}$/, 'is not a 64-bit hash of 16 hex digits'),
});
export const replayedSchema = z.object({ replayed: z.number().int() }).meta({ id: 'Replayed' });
