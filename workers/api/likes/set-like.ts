import type { LikeAnswer } from '../../../shared/contracts/index.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { atHome } from '../../cells/at-home.ts';
import type { AppContext } from '../../http/app-env.ts';
import { cacheContext } from '../../http/cache-context.ts';
import { type LimitedAction, limitOf, requireAllowed, takeAttempt } from '../../http/limit-action.ts';
import { requireViewer } from '../../http/require-viewer.ts';

/**
 * Marks in the viewer's cell, which decides who may: the count answered holds the viewer's own mark. With `limited` the
 * cell counts it as an attempt at that action, in the same transaction.
 */
export async function setLike(
  c: AppContext,
  postId: string,
  liked: boolean,
  limited?: LimitedAction,
): Promise<LikeAnswer> {
  const { services, now } = c.var;
  const viewer = requireViewer(c);
  const limit = limited && limitOf(services.config, limited);
  const post = (await services.caches.likeTargets.getMany([postId], cacheContext(c))).get(postId);
  if (!post) {
    if (limit) requireAllowed(limit.rule, await takeAttempt(c, viewer, limit));
    throw notFound('post');
  }
  const { authorId, authorIsPrivate, hideLikes, likes } = post;
  const target = { userId: viewer.id, postId, authorId, authorIsPrivate };
  const outcome = await atHome(services, viewer, async (cell) => cell.like(target, liked, now, limit));
  if (limit && outcome.attempt) {
    for (const [name, value] of Object.entries(requireAllowed(limit.rule, outcome.attempt))) c.header(name, value);
  }
  if (!outcome.ok) throw notFound('post');
  const hidden = hideLikes && authorId !== viewer.id;
  return { liked, likes: hidden ? null : Math.max(0, likes + outcome.value.pendingLikes) };
}
