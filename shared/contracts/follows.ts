import { z } from 'zod';

export const followStateSchema = z.enum(['following', 'requested', 'none']);
export type FollowState = z.infer<typeof followStateSchema>;

export const followAnswerSchema = z.object({ state: followStateSchema }).meta({ id: 'FollowAnswer' });
