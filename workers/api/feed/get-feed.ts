import { feedPageSchema, feedQuerySchema } from '../../../shared/contracts/index.ts';
import { answer, route } from '../../http/route.ts';
import { answerFeed } from './answer-feed.ts';
import { readLatest } from './read-latest.ts';
import { readRanked } from './read-ranked.ts';

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
      return answerFeed(c, await (query.mode === 'ranked' ? readRanked(c, query) : readLatest(c, query)));
    },
  );

export const getFeed = feedRoute('/feed');
export const getTimeline = feedRoute('/feed/timeline');
