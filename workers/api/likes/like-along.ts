import type { LikeOutcome } from '../../../shared/domain/likes/like-act.ts';
import { type Joined, residentCells } from '../../../shared/domain/timelines/resident-cells.ts';
import { homeOf } from '../../cells/at-home.ts';
import { outcomeOf } from '../../cells/like-at-home.ts';
import { limitOf } from '../../http/limit-action.ts';
import { isServed } from '../../http/open-services.ts';
import { requestIdOf } from '../../http/request-id.ts';
import type { Services } from '../../services.ts';
import { findViewer } from '../auth/access-token.ts';
import { decideLike } from './decided-likes.ts';
import { actOf, type Liking, writeLikeAnswer } from './liking.ts';

const PATH = /^\/api\/v1\/posts\/(\w{13})\/like$/;
/** A URL's path begins with its first slash from here on; a host has one character at least. */
const AFTER_SCHEME = 'https://'.length;

/**
 * Likes, or takes a like back, before routing, which costs more than the like: when token and post were seen before, and
 * the viewer's cell lives in this isolate and is about to commit. Undefined for all other requests, which go through the
 * routes; so does one whose answer is not plainly 200.
 */
export function likeAlong(
  request: Request,
  services: Services,
  route: () => Promise<Response> | Response,
): Promise<Response> | undefined {
  const liking = findLiking(request, services);
  const joined = liking && join(liking);
  return joined && answer(request, liking, joined, route);
}

/** What the request asks for, if nothing but the cell has to say whether it may be. */
function findLiking({ method, url, headers }: Request, { config, caches }: Services): Liking | undefined {
  if (method !== 'POST' && method !== 'DELETE') return undefined;
  const postId = PATH.exec(url.slice(url.indexOf('/', AFTER_SCHEME)))?.[1];
  if (postId === undefined || config.CORS_ORIGINS.length > 0 || !isServed(config, url)) return undefined;
  if (headers.has('idempotency-key') || (headers.get('content-length') ?? '0') !== '0') return undefined;
  const now = Date.now();
  const viewer = findViewer(config.TOKEN_KEYS, headers.get('authorization') ?? '', now);
  const post = viewer && caches.likeTargets.find(postId, now);
  if (!post) return undefined;
  const liked = method === 'POST';
  return { viewer, postId, post, liked, now, limit: liked ? limitOf(config, 'like') : undefined };
}

function join(liking: Liking): Joined<LikeOutcome> | undefined {
  return residentCells.find(homeOf(liking.viewer), liking.now)?.joinLike(actOf(liking));
}

async function answer(
  request: Request,
  liking: Liking,
  joined: Joined<LikeOutcome>,
  route: () => Promise<Response> | Response,
): Promise<Response> {
  const outcome = await outcomeOf(joined, liking.now);
  if (outcome?.ok) {
    return writeLikeAnswer({ url: request.url, requestId: requestIdOf(request.headers) }, liking, outcome);
  }
  if (outcome) decideLike(request, outcome);
  return route();
}
