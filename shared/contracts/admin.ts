import { z } from 'zod';
import { idSchema } from './common.ts';

/** `region-number`, for example `weur-12`. */
export const cellIdSchema = z
  .string()
  .regex(/^(wnam|enam|sam|weur|eeur|apac|oc|afr|me|apac-ne|apac-se)-[1-9]\d{0,8}$/, 'is not a cell id')
  .meta({ example: 'weur-12' });

export const cellParamSchema = z.object({ cellId: cellIdSchema });

/** What a timeline cell holds. */
export const cellStatsSchema = z
  .object({
    users: z.number().int(),
    edges: z.number().int(),
    sources: z.number().int(),
    entries: z.number().int(),
    bytes: z.number().int().meta({ description: 'Size of the object’s SQLite database.' }),
    pages: z
      .object({ hits: z.number().int(), misses: z.number().int() })
      .meta({ description: 'First pages that the cell had at hand, and that it merged or ranked, since it runs.' }),
  })
  .meta({ id: 'CellStats' });
export type CellStats = z.infer<typeof cellStatsSchema>;

export const rebuiltSchema = z.object({ users: z.number().int() }).meta({ id: 'Rebuilt' });
export const moveUserSchema = z.strictObject({ fromCell: cellIdSchema, toCell: cellIdSchema });
export const movedSchema = z.object({ userId: idSchema, cell: cellIdSchema }).meta({ id: 'Moved' });
