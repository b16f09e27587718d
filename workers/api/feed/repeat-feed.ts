import { residentCells } from '../../../shared/domain/timelines/resident-cells.ts';
import { homeOf } from '../../cells/at-home.ts';
import { requestIdOf } from '../../http/request-id.ts';
import type { Services } from '../../services.ts';
import { recallWritten, writeFeedAnswer } from './answer-feed.ts';
import { findDecoded } from './feed-skeleton.ts';

/**
 * Answers a request for a first page that is, to the byte of URL and token, one that was checked a moment ago, from a page
 * that a cell of this isolate has at hand and that was written before. Undefined for all others, which go through the
 * routes: routing and checking a request cost as much as all the rest of this answer.
 */
export function answerRepeat(request: Request, services: Services): Response | undefined {
  const { headers, url } = request;
  const authorization = request.method === 'GET' ? headers.get('authorization') : null;
  if (authorization === null) return undefined;
  const now = Date.now();
  const repeat = services.feedRepeats.find(authorization, url, now);
  const cell = repeat && residentCells.find(homeOf(repeat.viewer), now);
  if (!cell) return undefined;
  const { viewer, mode, limit } = repeat;
  const page = mode === 'latest' ? cell.recallHome(viewer.id, limit, now) : cell.recallRanked(viewer.id, limit, now);
  const skeleton = page && findDecoded(page);
  const written = skeleton && recallWritten(services, skeleton, now);
  if (!written) return undefined;
  services.layers.cell.hits += 1;
  return writeFeedAnswer(
    services,
    { url, requestId: requestIdOf(headers), asked: headers.get('if-none-match') },
    written,
  );
}
