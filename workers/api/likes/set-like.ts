import type { TypedResponse } from 'hono';
import type { LikeAnswer } from '../../../shared/contracts/index.ts';
import { findArchivedAuthor } from '../../../shared/db/posts/find-archived-author.ts';
import type { LikeTarget } from '../../../shared/db/posts/load-like-targets.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { likeAtHome } from '../../cells/like-at-home.ts';
import type { AppContext } from '../../http/app-env.ts';
import { cacheContext } from '../../http/cache-context.ts';
import { type LimitedAction, limitOf, requireAllowed, takeAttempt } from '../../http/limit-action.ts';
import { answerPrepared, prepareHeaders } from '../../http/prepared-answer.ts';
import { requireViewer } from '../../http/require-viewer.ts';

type LikeResponse = Response & TypedResponse<never, 200, 'json'>;

const HEADERS = prepareHeaders({ 'Content-Type': 'application/json' });

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
  const { services, now } = c.var;
  const viewer = requireViewer(c);
  const limit = limited && limitOf(services.config, limited);
  const post = (await findTarget(c, postId)) ?? (liked ? undefined : await findArchived(c, postId));
  if (!post) {
    if (limit) requireAllowed(limit.rule, await takeAttempt(c, viewer, limit));
    throw notFound('post');
  }
  const { authorId, authorIsPrivate, archived, hideLikes, likes } = post;
  const target = { userId: viewer.id, postId, authorId, authorIsPrivate, archived: archived === true };
  const outcome = await likeAtHome(services, viewer, { target, liked, now, limit });
  const limits = limit && outcome.attempt ? requireAllowed(limit.rule, outcome.attempt) : undefined;
  if (!outcome.ok) {
    for (const name in limits) c.header(name, limits[name]);
    throw notFound('post');
  }
  const { pendingLikes } = outcome.value;
  const hidden = pendingLikes === null || (hideLikes && authorId !== viewer.id);
  const answer: LikeAnswer = { liked, likes: hidden ? null : Math.max(0, likes + pendingLikes) };
  return answerPrepared(c, JSON.stringify(answer), HEADERS, { extra: limits }) as LikeResponse;
}

type Target = LikeTarget & { archived?: boolean };

async function findTarget(c: AppContext, postId: string): Promise<Target | undefined> {
  const { likeTargets } = c.var.services.caches;
  return likeTargets.find(postId, c.var.now) ?? (await likeTargets.getMany([postId], cacheContext(c))).get(postId);
}

/** A post out of everybody's sight, from which a like can still be taken back: nothing else is known of it. */
async function findArchived(c: AppContext, postId: string): Promise<Target | undefined> {
  const authorId = await findArchivedAuthor(c.var.services.shards, postId);
  return authorId ? { authorId, authorIsPrivate: false, hideLikes: true, likes: 0, archived: true } : undefined;
}
