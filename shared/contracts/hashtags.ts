import { z } from 'zod';

export const hashtagParamSchema = z.object({ tag: z.string().min(1).max(100) });
