import { z } from 'zod';
import { idSchema, nextCursorSchema, pageQuerySchema, timeSchema } from './common.ts';
import { writtenLine } from './written-text.ts';

const COLLECTION_NAME_MAX = 60;

export const collectionBodySchema = z.strictObject({
  name: writtenLine(COLLECTION_NAME_MAX).min(1, 'is empty'),
});

/** Saved posts put together; only their owner knows of them. */
export const collectionSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    counts: z.object({ posts: z.number().int() }),
    coverUrl: z
      .string()
      .nullable()
      .meta({ description: 'A thumbnail of the post that was added last, when you may still see it.' }),
    holdsPost: z.boolean().optional().meta({ description: 'Whether the post that the list was asked about is in it.' }),
    createdAt: timeSchema,
  })
  .meta({ id: 'Collection' });
export type Collection = z.infer<typeof collectionSchema>;

export const collectionsQuerySchema = pageQuerySchema.extend({
  postId: idSchema.optional().meta({ description: 'Tells of each collection whether it holds this post.' }),
});

export const collectionsPageSchema = z
  .object({ collections: z.array(collectionSchema), nextCursor: nextCursorSchema })
  .meta({ id: 'CollectionsPage' });
export type CollectionsPage = z.infer<typeof collectionsPageSchema>;

export const collectionPostParamSchema = z.object({ id: idSchema, postId: idSchema });
