import type { Target } from '../target.ts';
import { buildRequest } from './build-request.ts';

const API = '/api/v1';

function tokenOf(target: Target, person: number): string {
  const token = target.tokens[person];
  if (token === undefined) throw new RangeError(`person ${person} has no token`);
  return token;
}

export function feedRequest(target: Target, person: number, query: string): Buffer {
  return buildRequest({ method: 'GET', path: `${API}/feed?${query}`, token: tokenOf(target, person) });
}

export function likeRequest(target: Target, person: number, post: string, liked: boolean, prefix = API): Buffer {
  return buildRequest({
    method: liked ? 'POST' : 'DELETE',
    path: `${prefix}/posts/${post}/like`,
    token: tokenOf(target, person),
  });
}

/** A like by somebody outside of the network. */
export function fanLikeRequest(target: Target, fan: number, post: string): Buffer {
  return buildRequest({ method: 'POST', path: `${API}/posts/${post}/like`, token: target.signFan(fan) });
}

export function publishRequest(target: Target, author: number, mediaId: string): Buffer {
  const body = JSON.stringify({ caption: 'Morning light over the harbour. #goldenhour #sea', mediaIds: [mediaId] });
  return buildRequest({ method: 'POST', path: `${API}/posts`, token: tokenOf(target, author), body });
}

/** A feed request of each active person. */
export function everybodysFeeds(target: Target, query: string): Buffer[] {
  return Array.from({ length: target.network.active }, (_, person) => feedRequest(target, person, query));
}

/** One of the requests at random each time. */
export function atRandom(requests: Buffer[]): () => Buffer {
  return () => {
    const request = requests[Math.floor(Math.random() * requests.length)];
    if (!request) throw new RangeError('no requests to pick from');
    return request;
  };
}
