import type { CacheContext } from '../../../shared/domain/caching/batch-cache.ts';
import { residentCells } from '../../../shared/domain/timelines/resident-cells.ts';
import { homeOf } from '../../cells/at-home.ts';
import { requestIdOf } from '../../http/request-id.ts';
import type { Services } from '../../services.ts';
import { answerFeed } from './answer-feed.ts';
import { decodeOnce } from './feed-skeleton.ts';
import { decodeLatest } from './read-latest.ts';
import { decodeRanked } from './read-ranked.ts';

/**
 * Answers a request for a first page that is, to the byte of URL and token, one that was checked a moment ago, from a page
 * that a cell of this isolate has at hand. Undefined for all others, which go through the routes: routing and checking a
 * request cost as much as all the rest of this answer. When it fails, `route` answers.
 */
export function answerRepeat(
  request: Request,
  services: Services,
  execution: Pick<ExecutionContext, 'waitUntil'>,
  route: () => Response | Promise<Response>,
): Response | Promise<Response> | undefined {
  const { headers, url } = request;
  const authorization = request.method === 'GET' ? headers.get('authorization') : null;
  if (authorization === null) return undefined;
  const now = Date.now();
  const repeat = services.feedRepeats.find(authorization, url, now);
  const cell = repeat && residentCells.find(homeOf(repeat.viewer), now);
  if (!cell) return undefined;
  const { viewer, mode, limit } = repeat;
  const page = mode === 'latest' ? cell.recallHome(viewer.id, limit, now) : cell.recallRanked(viewer.id, limit, now);
  if (!page) return undefined;
  services.layers.cell.hits += 1;
  cell.noteAnswered();
  const skeleton = decodeOnce(page, (text) => (mode === 'latest' ? decodeLatest(text, limit) : decodeRanked(text)));
  const asking = { viewer, url, requestId: requestIdOf(headers), ifNoneMatch: headers.get('if-none-match') };
  const context: CacheContext = { now, waitUntil: (work) => execution.waitUntil(work) };
  const answer = answerFeed(services, skeleton, asking, context);
  return answer instanceof Promise ? answer.catch(route) : answer;
}
