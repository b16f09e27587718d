import { idParamSchema, pageQuerySchema, postsPageSchema } from '../../../shared/contracts/index.ts';
import { listPostIds } from '../../../shared/db/posts/list-entries.ts';
import { decodeIdCursor, encodeIdCursor } from '../../../shared/domain/paging/id-cursor.ts';
import { LAST_ID } from '../../../shared/ids/index.ts';
import { presentPosts } from '../../cards/present-posts.ts';
import { postsPage } from '../../http/posts-page.ts';
import { answer, route } from '../../http/route.ts';
import { requireVisiblePostsOf } from '../../people/require-visible-user.ts';

/** A user's posts, newest first: the profile grid. */
export const listUserPosts = route(
  {
    method: 'get',
    path: '/users/{id}/posts',
    tags: ['posts'],
    summary: 'Posts of a user',
    access: 'optional',
    limit: 'read',
    edgeCached: true,
    request: { params: idParamSchema, query: pageQuerySchema },
    responses: answer(200, postsPageSchema, 'A page of posts.'),
    errors: ['not-found'],
  },
  async (c) => {
    const { services, viewer } = c.var;
    const authorId = c.req.valid('param').id;
    const { limit, cursor } = c.req.valid('query');
    await requireVisiblePostsOf(services, viewer, authorId);
    const before = decodeIdCursor('posts', cursor) ?? LAST_ID;
    const rows = await listPostIds(services.shards, { authorId, before, limit: limit + 1 });
    const page = rows.slice(0, limit);
    const posts = await presentPosts(
      c,
      page.map(({ id }) => id),
    );
    const next = rows.length > limit ? (page.at(-1)?.entryId ?? null) : null;
    return postsPage(c, posts, encodeIdCursor('posts', next));
  },
);
