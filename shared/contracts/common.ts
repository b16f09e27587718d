import { z } from 'zod';

/** A Snowflake id: 13 lower-case Crockford base32 characters. */
export const idSchema = z
  .string()
  .regex(/^[0-9a-f][0-9a-hjkmnp-tv-z]{12}$/, 'is not an id')
  .meta({ example: '01hq2m8k7w0c4' });

/** A moment as RFC 3339 in UTC. */
export const timeSchema = z.iso.datetime().meta({ example: '2026-03-01T12:00:00.000Z' });

export const MAX_PAGE = 100;
export const DEFAULT_PAGE = 20;
/** A feed's cursor names posts that were shown. */
export const MAX_CURSOR_LENGTH = 4_096;

/** The query of every list. */
export const pageQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(DEFAULT_PAGE),
  cursor: z.string().min(1).max(MAX_CURSOR_LENGTH).optional(),
});
export type PageQuery = z.infer<typeof pageQuerySchema>;

export const nextCursorSchema = z
  .string()
  .nullable()
  .meta({ description: 'Pass as `cursor` for the next page; null at the end.' });

/** RFC 9457 problem details, with the fields of ours. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string().optional(),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;

export const idParamSchema = z.object({ id: idSchema });
