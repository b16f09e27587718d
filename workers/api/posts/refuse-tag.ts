import { idParamSchema } from '../../../shared/contracts/index.ts';
import { refuseTags } from '../../../shared/db/posts/person-tags.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { noContent, route } from '../../http/route.ts';

/**
 * Takes you off the photos of a post, for good: its author cannot tag you there again. Also when you may not see the post:
 * others do, with your name on it.
 */
export const refuseTag = route(
  {
    method: 'delete',
    path: '/posts/{id}/people/me',
    tags: ['posts'],
    summary: 'Take your tag off a post',
    request: { params: idParamSchema },
    responses: noContent,
    errors: ['not-found'],
  },
  async (c) => {
    const { services, now } = c.var;
    const { id } = c.req.valid('param');
    const outboxId = services.ids.next(shardOfId(id), now);
    const tag = { postId: id, userId: requireViewer(c).id, outboxId };
    if (!(await refuseTags(services.shards, tag, now))) throw notFound('tag');
    await services.caches.forgetPost(id);
    await services.fanoutQueue.send({ id: outboxId, work: { topic: 'post', postId: id } }).catch(() => undefined);
    return c.body(null, 204);
  },
);
