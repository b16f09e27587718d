import { z } from 'zod';

const partSchema = z.object({ ok: z.boolean(), ms: z.number() });

export const healthSchema = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });
export const readinessSchema = z
  .object({ status: z.enum(['ready', 'not-ready']), parts: z.record(z.string(), partSchema) })
  .meta({ id: 'Readiness' });
