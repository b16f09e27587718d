import { idParamSchema } from '../../../shared/contracts/index.ts';
import { deletePost } from '../../../shared/db/posts/change-post.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import { noContent, route } from '../../http/route.ts';
import { requireDraft } from './require-draft.ts';

/** Deletes a draft with its media. */
export const deleteDraft = route(
  {
    method: 'delete',
    path: '/drafts/{id}',
    tags: ['drafts'],
    summary: 'Delete a draft',
    request: { params: idParamSchema },
    responses: noContent,
    errors: ['not-found'],
  },
  async (c) => {
    const { services, now } = c.var;
    const { id, mediaIds } = await requireDraft(c, c.req.valid('param').id);
    const shard = shardOfId(id);
    const work = { outboxId: services.ids.next(shard, now), purgeOutboxId: services.ids.next(shard, now) };
    await deletePost(services.shards, id, mediaIds, work, now);
    return c.body(null, 204);
  },
);
