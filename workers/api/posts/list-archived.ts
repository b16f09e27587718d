import { pageQuerySchema, postsPageSchema } from '../../../shared/contracts/index.ts';
import { postsPage } from '../../http/posts-page.ts';
import { answer, route } from '../../http/route.ts';
import { readOwnPage } from './read-own-page.ts';

/** Your archived posts, newest first. */
export const listArchived = route(
  {
    method: 'get',
    path: '/posts/archived',
    tags: ['posts'],
    summary: 'Your archived posts',
    request: { query: pageQuerySchema },
    responses: answer(200, postsPageSchema, 'A page of posts.'),
  },
  async (c) => {
    const { posts, nextCursor } = await readOwnPage(c, 'archived', ['archived'], c.req.valid('query'));
    return postsPage(
      c,
      posts.map(({ json }) => json),
      nextCursor,
    );
  },
);
