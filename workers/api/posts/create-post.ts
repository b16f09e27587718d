import {
  type CreatePost,
  createPostSchema,
  draftSchema,
  type MultipartPost,
  multipartPostSchema,
  postSchema,
} from '../../../shared/contracts/index.ts';
import { AppError, notFound } from '../../../shared/errors/index.ts';
import { hydratePosts } from '../../cards/hydrate-posts.ts';
import { NO_MARKS, presentPost } from '../../cards/present-post.ts';
import type { AppContext } from '../../http/app-env.ts';
import { cacheContext } from '../../http/cache-context.ts';
import { jsonText } from '../../http/json-text.ts';
import { countAttempt, limitOf } from '../../http/limit-action.ts';
import { mediaTypeOf } from '../../http/media-type.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';
import { receivePhotos } from '../../media/receive-photos.ts';
import { findDraft } from '../drafts/require-draft.ts';
import { findWrittenPost, type Publication, publishPost } from './publish-post.ts';

/**
 * Publishes 1 to 10 media. It is in the author's own feed when this answers, in the followers' when delivered. While media
 * are on their way it is a draft that publishes itself when the last of them is ready.
 */
export const createPost = route(
  {
    method: 'post',
    path: '/posts',
    tags: ['posts'],
    summary: 'Publish a post',
    description:
      'Of uploaded media, or of photos sent along as `multipart/form-data`. With media that are not ready the answer is ' +
      '202 and a draft that publishes itself, once, when they are; it is among `GET /drafts` until then.',
    limit: 'post',
    limitInHandler: true,
    request: {
      body: {
        content: {
          'application/json': { schema: createPostSchema },
          'multipart/form-data': { schema: multipartPostSchema },
        },
      },
    },
    responses: {
      ...answer(201, postSchema, 'The post.'),
      ...answer(202, draftSchema, 'It publishes itself when its media are ready.'),
    },
    errors: ['media-failed', 'conflict', 'too-large', 'unsupported-type'],
  },
  async (c) => {
    const { services, viewer, now } = c.var;
    const { id, ...published } = await writeOnce(c, mediaTypeOf(c), {
      json: () => c.req.valid('json') as CreatePost,
      // Of two kinds of body the types know only one; the validator has checked the form.
      form: () => c.req.valid('form') as unknown as MultipartPost,
    });
    const draft = !published.post && published.waits ? await findDraft(c, id) : undefined;
    if (draft !== undefined) return jsonText(c, draft, 202, { Location: `/api/v1/drafts/${id}` });
    const post =
      published.post ?? (await hydratePosts(services, [{ postId: id, revision: 0 }], cacheContext(c))).get(id);
    if (!post) throw notFound('post');
    return jsonText(c, presentPost(services, viewer, now, post, NO_MARKS), 201, { Location: `/api/v1/posts/${id}` });
  },
);

/** A caption without one names nobody. */
const MENTION = /[@＠]/;

type Body = { json(): CreatePost; form(): MultipartPost };

async function writeOnce(c: AppContext, type: string, body: Body): Promise<Publication> {
  const { services, now } = c.var;
  const post = type === 'application/json' ? body.json() : undefined;
  // An ordinary post is counted with its writing; whatever costs more than that is counted before it begins.
  if (post && c.var.clientKey === undefined && post.people.length === 0 && !MENTION.test(post.caption)) {
    return publishPost(c, post, limitOf(services.config, 'post'));
  }
  await countAttempt(c, 'post');
  const written = await findWrittenPost(c);
  // How far an earlier run of the same request came, its post tells.
  if (written !== undefined) return { id: written, waits: true };
  if (post) return publishPost(c, post);
  if (type !== 'multipart/form-data') {
    throw new AppError('unsupported-type', { detail: 'Send application/json or multipart/form-data.' });
  }
  const { caption, images } = body.form();
  const mediaIds = await receivePhotos(services, requireViewer(c).id, images, now);
  return publishPost(c, { caption, mediaIds, hideLikes: false, commentsOff: false, people: [] });
}
