import { feedPageSchema, feedQuerySchema } from '../../../shared/contracts/index.ts';
import { jsonText } from '../../http/json-text.ts';
import { answer, route } from '../../http/route.ts';
import { readLatest } from './read-feed.ts';

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
    async (c) => jsonText(c, await readLatest(c, c.req.valid('query'))),
  );

export const getFeed = feedRoute('/feed');
export const getTimeline = feedRoute('/feed/timeline');
