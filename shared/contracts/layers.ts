import { z } from 'zod';

const count = z.number().int();
const memorySchema = z.object({ hits: count, stale: count, misses: count, collapsed: count });
const layerSchema = z.object({ hits: count, misses: count });

/** Hits and misses of each layer in front of D1, of the isolate that answers, since it began. */
export const layersSchema = z
  .object({ edge: layerSchema, colo: layerSchema, posts: memorySchema, authors: memorySchema, counts: memorySchema })
  .meta({ id: 'CacheLayers' });
