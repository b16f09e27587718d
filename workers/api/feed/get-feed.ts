import type { TypedResponse } from 'hono';
import type { z } from 'zod';
import { feedPageSchema, feedQuerySchema } from '../../../shared/contracts/index.ts';
import { decodeFeedCursor } from '../../../shared/domain/paging/feed-cursor.ts';
import { MOST_PAGES } from '../../../shared/domain/paging/read-shown-page.ts';
import type { AppContext } from '../../http/app-env.ts';
import { cacheContext } from '../../http/cache-context.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';
import { findTokenExpiry } from '../auth/access-token.ts';
import { answerFeed } from './answer-feed.ts';
import type { FeedSkeleton } from './feed-skeleton.ts';
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
      const skeleton = await readFeed(c, query);
      const asking = {
        viewer: requireViewer(c),
        url: c.req.url,
        requestId: c.get('requestId'),
        ifNoneMatch: c.req.header('if-none-match') ?? null,
      };
      c.set('isStamped', true);
      return (await answerFeed(c.get('services'), skeleton, asking, cacheContext(c))) as FeedAnswer;
    },
  );

/** A page of the feed; while all of it is hidden the next one is read, for a client may take an empty page for the end. */
async function readFeed(
  c: AppContext,
  { mode, limit, cursor }: z.infer<typeof feedQuerySchema>,
): Promise<FeedSkeleton> {
  let place = cursor === undefined ? undefined : decodeFeedCursor(cursor);
  for (let pages = 1; ; pages++) {
    const page = { limit, cursor: place?.cursor };
    const passedOn = place?.passedOn ?? [];
    const skeleton = skipShown(await (mode === 'ranked' ? readRanked(c, page) : readLatest(c, page)), passedOn);
    const isBlank = skeleton.entries.every(({ hidden }) => hidden);
    if (!isBlank || skeleton.nextCursor === null || pages === MOST_PAGES) return skeleton;
    place = { cursor: skeleton.nextCursor, passedOn };
  }
}

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
