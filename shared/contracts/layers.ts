import { z } from 'zod';

const count = z.number().int();
const memorySchema = z.object({ hits: count, stale: count, misses: count, collapsed: count });
const layerSchema = z.object({ hits: count, misses: count });

/** Hits and misses of each layer in front of D1, of the isolate that answers, since it began. */
export const layersSchema = z
  .object({
    client: layerSchema.meta({ description: 'Feed pages that the client still held, by ETag, of all that had one.' }),
    edge: layerSchema,
    cell: layerSchema.meta({ description: 'First pages that a cell of this isolate had at hand.' }),
    colo: layerSchema,
    media: layerSchema.meta({ description: "Public pictures in the data centre's cache; a miss is a read of R2." }),
    posts: memorySchema,
    authors: memorySchema,
    counts: memorySchema,
    likeTargets: memorySchema,
  })
  .meta({ id: 'CacheLayers' });
