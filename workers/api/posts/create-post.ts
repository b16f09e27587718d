import { createPostSchema, postSchema } from '../../../shared/contracts/index.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { hydratePosts } from '../../cards/hydrate-posts.ts';
import { NO_MARKS, presentPost } from '../../cards/present-post.ts';
import { cacheContext } from '../../http/cache-context.ts';
import { jsonText } from '../../http/json-text.ts';
import { answer, jsonBody, route } from '../../http/route.ts';
import { publishPost } from './publish-post.ts';

/** Publishes 1 to 10 ready media. It is in the author's own feed when this answers, in the followers' when delivered. */
export const createPost = route(
  {
    method: 'post',
    path: '/posts',
    tags: ['posts'],
    summary: 'Publish a post',
    limit: 'post',
    request: { body: jsonBody(createPostSchema) },
    responses: answer(201, postSchema, 'The post.'),
    errors: ['media-not-ready', 'media-failed', 'conflict'],
  },
  async (c) => {
    const { services, viewer, now } = c.var;
    const id = await publishPost(c, c.req.valid('json'));
    const post = (await hydratePosts(services, [{ postId: id, revision: 0 }], cacheContext(c))).get(id);
    if (!post) throw notFound('post');
    return jsonText(c, presentPost(services, viewer, now, post, NO_MARKS), 201, { Location: `/api/v1/posts/${id}` });
  },
);
