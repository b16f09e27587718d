import type { TypedResponse } from 'hono';
import type { z } from 'zod';
import { feedPageSchema, feedQuerySchema } from '../../../shared/contracts/index.ts';
import { decodeFeedCursor } from '../../../shared/domain/paging/feed-cursor.ts';
import type { AppContext } from '../../http/app-env.ts';
import { cacheContext } from '../../http/cache-context.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';
import { findTokenExpiry } from '../auth/access-token.ts';
import { answerFeed } from './answer-feed.ts';
import { readLatest } from './read-latest.ts';
import { readRanked } from './read-ranked.ts';
import { skipShown } from './skip-shown.ts';

type FeedAnswer = Response & TypedResponse<never, 200, 'json'>;

/** The home feed, ranked or in time order. `/feed/timeline` is the same under its older name. */
const feedRoute = (path: string) =>
  route(
    {
      method: 'get',
      path,
      tags: ['feed'],
      summary: 'Your home feed',
      request: { query: feedQuerySchema },
      responses: answer(200, feedPageSchema, 'A page of posts.'),
    },
    async (c) => {
      const query = c.req.valid('query');
      noteRepeat(c, query);
      const place = query.cursor === undefined ? undefined : decodeFeedCursor(query.cursor);
      const page = { limit: query.limit, cursor: place?.cursor };
      const skeleton = await (query.mode === 'ranked' ? readRanked(c, page) : readLatest(c, page));
      const asking = {
        viewer: requireViewer(c),
        url: c.req.url,
        requestId: c.get('requestId'),
        ifNoneMatch: c.req.header('if-none-match') ?? null,
      };
      c.set('isStamped', true);
      const unshown = skipShown(skeleton, place?.passedOn ?? []);
      return (await answerFeed(c.get('services'), unshown, asking, cacheContext(c))) as FeedAnswer;
    },
  );

/** First pages are asked for again and again: see `answerRepeat`, which knows neither slots nor other origins. */
function noteRepeat(c: AppContext, { mode, limit, cursor }: z.infer<typeof feedQuerySchema>): void {
  const { feedRepeats, slotSources, config } = c.get('services');
  const authorization = c.req.header('authorization');
  if (cursor !== undefined || slotSources.length > 0 || config.CORS_ORIGINS.length > 0 || !authorization) return;
  const until = findTokenExpiry(config.TOKEN_KEYS, authorization);
  if (until)
    feedRepeats.note(authorization, { url: c.req.url, viewer: requireViewer(c), mode, limit, until }, c.get('now'));
}

export const getFeed = feedRoute('/feed');
export const getTimeline = feedRoute('/feed/timeline');
