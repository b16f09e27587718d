import { z } from 'zod';

export const likeAnswerSchema = z
  .object({ liked: z.boolean(), likes: z.number().int().nullable() })
  .meta({ id: 'LikeAnswer' });
export type LikeAnswer = z.infer<typeof likeAnswerSchema>;

export const saveAnswerSchema = z.object({ saved: z.boolean() }).meta({ id: 'SaveAnswer' });
