import { z } from 'zod';
import { idSchema, nextCursorSchema, pageQuerySchema } from './common.ts';
import { postSchema } from './posts.ts';
import { authorSchema } from './users.ts';

export const feedModeSchema = z.enum(['ranked', 'latest']);
export type FeedMode = z.infer<typeof feedModeSchema>;

export const feedQuerySchema = pageQuerySchema.extend({ mode: feedModeSchema.default('ranked') });

/** Why a post is shown: what the app says under "why you see this". */
export const feedReasonSchema = z.enum([
  'following',
  'own',
  'favourite',
  'popular',
  'recent',
  'recommended',
  'sponsored',
]);
export type FeedReason = z.infer<typeof feedReasonSchema>;

export const feedPostSchema = postSchema
  .extend({
    reason: feedReasonSchema,
    repostedBy: authorSchema.optional().meta({ description: 'Who passed the post on to you.' }),
  })
  .meta({ id: 'FeedPost' });
export type FeedPost = z.infer<typeof feedPostSchema>;

export const feedPageSchema = z
  .object({ posts: z.array(feedPostSchema), nextCursor: nextCursorSchema })
  .meta({ id: 'FeedPage' });
export type FeedPage = z.infer<typeof feedPageSchema>;

export const SEEN_BATCH_MAX = 100;

/** Posts that were on the screen, gathered by the client for some seconds. */
export const feedSeenSchema = z.strictObject({
  postIds: z.array(idSchema).min(1).max(SEEN_BATCH_MAX, `has at most ${SEEN_BATCH_MAX} posts`),
});
export type FeedSeen = z.infer<typeof feedSeenSchema>;
