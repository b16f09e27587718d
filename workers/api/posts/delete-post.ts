import { idParamSchema } from '../../../shared/contracts/index.ts';
import { deletePost as writeDeletion } from '../../../shared/db/posts/change-post.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import { noContent, route } from '../../http/route.ts';
import { announcePost } from './publish-post.ts';
import { requireOwnPost } from './require-own-post.ts';

/** Deletes a post of yours: gone from your own feed at once, from every other when delivered; its media are released. */
export const deletePost = route(
  {
    method: 'delete',
    path: '/posts/{id}',
    tags: ['posts'],
    summary: 'Delete your post',
    request: { params: idParamSchema },
    responses: noContent,
    errors: ['not-found', 'forbidden'],
  },
  async (c) => {
    const { services, now } = c.var;
    const { id } = c.req.valid('param');
    const { revision, mediaIds } = await requireOwnPost(c, id);
    const outboxId = services.ids.next(shardOfId(id), now);
    await writeDeletion(services.shards, id, mediaIds, outboxId, now);
    services.caches.posts.forget(id);
    await announcePost(c, id, outboxId, revision + 1, false);
    return c.body(null, 204);
  },
);
