import { feedPageSchema, feedQuerySchema } from '../../../shared/contracts/index.ts';
import { answer, route } from '../../http/route.ts';
import { answerFeed } from './answer-feed.ts';
import { readLatest } from './read-latest.ts';

/** The home feed. `/feed/timeline` is the same under its older name. */
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
      const { entries, nextCursor } = await readLatest(c, c.req.valid('query'));
      return answerFeed(c, entries, nextCursor);
    },
  );

export const getFeed = feedRoute('/feed');
export const getTimeline = feedRoute('/feed/timeline');
