import type { Outcome } from '../../errors/index.ts';
import type { Rule, Verdict } from '../limits/take-attempt.ts';
import type { CountedTo } from './pending-likes.ts';

/** A post that a user acts on, with what its card says of its author; one that is archived is seen by nobody. */
export type MarkTarget = {
  userId: string;
  postId: string;
  authorId: string;
  authorIsPrivate: boolean;
  archived?: boolean;
};

/** A post to like. `countedTo`: how far the count goes that will be shown with the answer, if one will. */
export type LikedTarget = MarkTarget & { countedTo?: CountedTo };

/** A like that comes or goes, at `now` (Unix ms); with a limit, it is an attempt at it. */
export type LikeAct = {
  target: LikedTarget;
  liked: boolean;
  now: number;
  limit?: { action: string; rule: Rule } | undefined;
};

/** `pendingLikes` is what the count of the act does not have yet; may be negative. Null for who may not see the post. */
export type LikeResult = { liked: boolean; pendingLikes: number | null };

/** What became of a like, and of the attempt where it was one. */
export type LikeOutcome = Outcome<LikeResult, 'not-found' | 'rate-limited'> & { attempt?: Verdict };
