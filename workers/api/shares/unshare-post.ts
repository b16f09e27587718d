import { idParamSchema, shareAnswerSchema } from '../../../shared/contracts/index.ts';
import { endShare } from '../../../shared/db/shares/change-share.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import { requireVisiblePost } from '../../cards/require-visible-post.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';
import { announceEntry, newEntry } from '../posts/announce-entry.ts';
import { countShare, newShareWork } from './count-share.ts';

/** Takes a repost back: it leaves every feed. It may be taken back also when the post can no longer be seen. */
export const unsharePost = route(
  {
    method: 'delete',
    path: '/posts/{id}/share',
    tags: ['shares'],
    summary: 'Take your repost back',
    request: { params: idParamSchema },
    responses: answer(200, shareAnswerSchema, 'The count without you.'),
    errors: ['not-found'],
  },
  async (c) => {
    const { services, now } = c.var;
    const { shards, ids } = services;
    const viewer = requireViewer(c);
    const postId = c.req.valid('param').id;
    const share = { userId: viewer.id, postId };
    const shard = shardOfId(viewer.id);
    const work = newShareWork(ids, shard, now);
    const truth = await endShare(shards, share, work, now);
    if (!truth) {
      const { counts } = await requireVisiblePost(c, postId);
      return c.json({ shared: false, shares: counts.shares, repost: null }, 200);
    }
    const gone = { ...newEntry(viewer.id, truth.repostId), targetId: postId, revision: 1, state: 'deleted' };
    const [shares] = await Promise.all([countShare(services, share, work), announceEntry(c, work.entryOutboxId, gone)]);
    return c.json({ shared: false, shares, repost: null }, 200);
  },
);
