import { idParamSchema } from '../../../shared/contracts/index.ts';
import { deletePost as writeDeletion } from '../../../shared/db/posts/change-post.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import { noContent, route } from '../../http/route.ts';
import { announceEntry, entryOf } from './announce-entry.ts';
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
    const post = await requireOwnPost(c, id);
    const shard = shardOfId(id);
    const work = { outboxId: services.ids.next(shard, now), purgeOutboxId: services.ids.next(shard, now) };
    await writeDeletion(services.shards, id, post.mediaIds, work, now);
    await services.caches.forgetPost(id);
    await Promise.allSettled([
      announceEntry(c, work.outboxId, entryOf(post, { state: 'deleted' })),
      services.fanoutQueue.send({ id: work.purgeOutboxId, work: { topic: 'purge', postId: id } }),
    ]);
    return c.body(null, 204);
  },
);
