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

export function publishRequest(target: Target, author: number, mediaId: string): Buffer {
  const body = JSON.stringify({ caption: 'Morning light over the harbour. #goldenhour #sea', mediaIds: [mediaId] });
  return buildRequest({ method: 'POST', path: `${API}/posts`, token: tokenOf(target, author), body });
}

/** A feed request of a random active person each time. */
export function randomFeeds(target: Target, query: string): () => Buffer {
  const requests = Array.from({ length: target.network.active }, (_, person) => feedRequest(target, person, query));
  return () => {
    const request = requests[Math.floor(Math.random() * requests.length)];
    if (!request) throw new RangeError('the network has no active people');
    return request;
  };
}
