import { hashtagParamSchema, pageQuerySchema, postsPageSchema } from '../../../shared/contracts/index.ts';
import { listTagged } from '../../../shared/db/posts/list-tagged.ts';
import { decodeIdCursor, encodeIdCursor } from '../../../shared/domain/paging/id-cursor.ts';
import { foldHashtag } from '../../../shared/domain/posts/parse-caption.ts';
import { LAST_ID } from '../../../shared/ids/index.ts';
import { presentPosts } from '../../cards/present-posts.ts';
import { visiblePostIds } from '../../cards/visible-post-ids.ts';
import { jsonText } from '../../http/json-text.ts';
import { answer, route } from '../../http/route.ts';

/** Posts of public accounts with a hashtag, however it is written, newest first. */
export const listHashtagPosts = route(
  {
    method: 'get',
    path: '/hashtags/{tag}/posts',
    tags: ['hashtags'],
    summary: 'Posts with a hashtag',
    access: 'optional',
    limit: 'read',
    request: { params: hashtagParamSchema, query: pageQuerySchema },
    responses: answer(200, postsPageSchema, 'A page of posts.'),
  },
  async (c) => {
    const { limit, cursor } = c.req.valid('query');
    const tag = foldHashtag(c.req.valid('param').tag.replace(/^[#＃﹟]/, ''));
    const before = decodeIdCursor('hashtag', cursor) ?? LAST_ID;
    const tagged = await listTagged(c.var.services.shards, { tag, before, limit: limit + 1 });
    const page = tagged.slice(0, limit);
    const ids = page.map(({ id }) => id);
    const posts = await presentPosts(c, await visiblePostIds(c, ids));
    const next = tagged.length > limit ? (page.at(-1)?.entryId ?? null) : null;
    return jsonText(
      c,
      `{"posts":[${posts.join(',')}],"nextCursor":${JSON.stringify(encodeIdCursor('hashtag', next))}}`,
    );
  },
);
