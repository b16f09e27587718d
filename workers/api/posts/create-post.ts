import {
  type CreatePost,
  createPostSchema,
  type MultipartPost,
  multipartPostSchema,
  postSchema,
} from '../../../shared/contracts/index.ts';
import { AppError, notFound } from '../../../shared/errors/index.ts';
import { hydratePosts } from '../../cards/hydrate-posts.ts';
import { NO_MARKS, presentPost } from '../../cards/present-post.ts';
import { cacheContext } from '../../http/cache-context.ts';
import { jsonText } from '../../http/json-text.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';
import { receivePhotos } from '../../media/receive-photos.ts';
import { findWrittenPost, publishPost } from './publish-post.ts';

/** Publishes 1 to 10 ready media. It is in the author's own feed when this answers, in the followers' when delivered. */
export const createPost = route(
  {
    method: 'post',
    path: '/posts',
    tags: ['posts'],
    summary: 'Publish a post',
    description: 'Of media that are ready, or of photos sent along as `multipart/form-data`.',
    limit: 'post',
    request: {
      body: {
        content: {
          'application/json': { schema: createPostSchema },
          'multipart/form-data': { schema: multipartPostSchema },
        },
      },
    },
    responses: answer(201, postSchema, 'The post.'),
    errors: ['media-not-ready', 'media-failed', 'conflict', 'too-large', 'unsupported-type'],
  },
  async (c) => {
    const { services, viewer, now } = c.var;
    const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
    let id = await findWrittenPost(c);
    if (id === undefined && type === 'multipart/form-data') {
      // Of two kinds of body the types know only one; the validator has checked the form.
      const { caption, images } = c.req.valid('form') as unknown as MultipartPost;
      const mediaIds = await receivePhotos(services, requireViewer(c).id, images, now);
      id = await publishPost(c, { caption, mediaIds, hideLikes: false, commentsOff: false, people: [] });
    } else if (id === undefined && type === 'application/json') {
      id = await publishPost(c, c.req.valid('json') as CreatePost);
    } else if (id === undefined) {
      throw new AppError('unsupported-type', { detail: 'Send application/json or multipart/form-data.' });
    }
    const post = (await hydratePosts(services, [{ postId: id, revision: 0 }], cacheContext(c))).get(id);
    if (!post) throw notFound('post');
    return jsonText(c, presentPost(services, viewer, now, post, NO_MARKS), 201, { Location: `/api/v1/posts/${id}` });
  },
);
