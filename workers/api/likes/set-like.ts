import type { TypedResponse } from 'hono';
import { findArchivedAuthor } from '../../../shared/db/posts/find-archived-author.ts';
import { NO_COUNTS } from '../../../shared/db/posts/load-posts.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { likeAtHome } from '../../cells/like-at-home.ts';
import type { AppContext } from '../../http/app-env.ts';
import { cacheContext } from '../../http/cache-context.ts';
import { type LimitedAction, limitOf, requireAllowed, takeAttempt } from '../../http/limit-action.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { findDecision } from './decided-likes.ts';
import { actOf, type Liking, writeLikeAnswer } from './liking.ts';

type LikeResponse = Response & TypedResponse<never, 200, 'json'>;

/**
 * Marks in the viewer's cell, which decides who may: the count answered holds the viewer's own mark. With `limited` the
 * cell counts it as an attempt at that action, in the same transaction.
 */
export async function setLike(
  c: AppContext,
  postId: string,
  liked: boolean,
  limited?: LimitedAction,
): Promise<LikeResponse> {
  const { services, now, requestId } = c.var;
  const viewer = requireViewer(c);
  const limit = limited && limitOf(services.config, limited);
  const post = (await findTarget(c, postId)) ?? (liked ? undefined : await findArchived(c, postId));
  if (!post) {
    if (limit) requireAllowed(limit.rule, await takeAttempt(c, viewer, limit));
    throw notFound('post');
  }
  const liking = { viewer, postId, post, liked, now, limit };
  const outcome = findDecision(c.req.raw) ?? (await likeAtHome(services, viewer, actOf(liking)));
  if (!outcome.ok) {
    const limits = limit && outcome.attempt && requireAllowed(limit.rule, outcome.attempt);
    for (const name in limits) c.header(name, limits[name]);
    throw notFound('post');
  }
  c.set('isStamped', true);
  return writeLikeAnswer({ url: c.req.url, requestId }, liking, outcome) as LikeResponse;
}

async function findTarget(c: AppContext, postId: string): Promise<Liking['post'] | undefined> {
  const { likeTargets } = c.var.services.caches;
  return likeTargets.find(postId, c.var.now) ?? (await likeTargets.getMany([postId], cacheContext(c))).get(postId);
}

/** A post out of everybody's sight, from which a like can still be taken back: nothing else is known of it. */
async function findArchived(c: AppContext, postId: string): Promise<Liking['post'] | undefined> {
  const authorId = await findArchivedAuthor(c.var.services.shards, postId);
  return authorId
    ? { authorId, authorIsPrivate: false, hideLikes: true, counts: NO_COUNTS, archived: true }
    : undefined;
}
