import type { LikeAnswer } from '../../../shared/contracts/index.ts';
import type { LikeTarget } from '../../../shared/db/posts/load-like-targets.ts';
import type { LikeAct, LikeOutcome } from '../../../shared/domain/likes/like-act.ts';
import type { Viewer } from '../../http/app-env.ts';
import { type ActionLimit, requireAllowed } from '../../http/limit-action.ts';
import { prepareHeaders, writePrepared } from '../../http/prepared-answer.ts';

/** A like that a viewer gives or takes back, at `now` (Unix ms); with a limit it is an attempt at it. */
export type Liking = {
  viewer: Viewer;
  postId: string;
  /** An archived one is out of everybody's sight: a like of it can be taken back only. */
  post: LikeTarget & { archived?: boolean };
  liked: boolean;
  now: number;
  limit: ActionLimit | undefined;
};

const HEADERS = prepareHeaders({ 'Content-Type': 'application/json' });

/** What the viewer's cell is asked. */
export function actOf({ viewer, postId, post, liked, now, limit }: Liking): LikeAct {
  const { authorId, authorIsPrivate, archived = false, counts } = post;
  const target = { userId: viewer.id, postId, authorId, authorIsPrivate, archived, countedTo: counts.likesTo };
  return { target, liked, now, limit };
}

/** Tells the viewer their mark, and the count with it unless it is not theirs to see. */
export function writeLikeAnswer(
  request: { url: string; requestId: string },
  { viewer, post, liked, limit }: Liking,
  { value, attempt }: Extract<LikeOutcome, { ok: true }>,
): Response {
  const { pendingLikes } = value;
  const hidden = pendingLikes === null || (post.hideLikes && post.authorId !== viewer.id);
  const answer: LikeAnswer = { liked, likes: hidden ? null : Math.max(0, post.counts.likes + pendingLikes) };
  const extra = limit && attempt ? requireAllowed(limit.rule, attempt) : undefined;
  return writePrepared(request, JSON.stringify(answer), HEADERS, { extra });
}
