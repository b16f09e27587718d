import { hashtagParamSchema, pageQuerySchema, postsPageSchema } from '../../../shared/contracts/index.ts';
import { listTagged, type TaggedPost } from '../../../shared/db/posts/list-tagged.ts';
import { decodeIdCursor, encodeIdCursor } from '../../../shared/domain/paging/id-cursor.ts';
import { readShownPage } from '../../../shared/domain/paging/read-shown-page.ts';
import { foldHashtag } from '../../../shared/domain/posts/parse-caption.ts';
import { LAST_ID } from '../../../shared/ids/index.ts';
import { presentVisible } from '../../cards/present-visible.ts';
import { postsPage } from '../../http/posts-page.ts';
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
    const { shown, last } = await readShownPage<TaggedPost, string>(
      limit,
      (row, count) => listTagged(c.var.services.shards, { tag, before: row?.entryId ?? before, limit: count }),
      (page) => presentVisible(c, page),
    );
    const nextCursor = encodeIdCursor('hashtag', last?.entryId ?? null);
    return postsPage(c, shown, nextCursor);
  },
);
