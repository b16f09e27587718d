import { idParamSchema, shareAnswerSchema, sharePostSchema } from '../../../shared/contracts/index.ts';
import { beginShare } from '../../../shared/db/shares/change-share.ts';
import { withNewId } from '../../../shared/db/with-new-id.ts';
import { AppError, invalidField } from '../../../shared/errors/index.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import { requireVisiblePost } from '../../cards/require-visible-post.ts';
import { observeAuthor } from '../../cells/observe-author.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, optionalBody, route } from '../../http/route.ts';
import { announceEntry, newEntry } from '../posts/announce-entry.ts';
import { countShare, newShareWork } from './count-share.ts';
import { sendPost } from './send-post.ts';

/**
 * Passes a post on to your followers; doing it twice is doing it once, and private accounts' posts stay where they are.
 * With people, it is sent to each of them, who see it if they may.
 */
export const sharePost = route(
  {
    method: 'post',
    path: '/posts/{id}/share',
    tags: ['shares'],
    summary: 'Pass a post on to your followers, or send it to people',
    limit: 'share',
    request: { params: idParamSchema, body: optionalBody(sharePostSchema) },
    responses: answer(201, shareAnswerSchema, 'Your repost, and the count with it; or the messages.'),
    errors: ['not-found', 'forbidden'],
  },
  async (c) => {
    const { services, now } = c.var;
    const { shards, ids } = services;
    const viewer = requireViewer(c);
    const { toUserIds, note } = c.req.valid('json');
    const postId = c.req.valid('param').id;
    const found = await requireVisiblePost(c, postId);
    if (toUserIds) return c.json(await sendPost(c, found, toUserIds, note), 201);
    if (note) throw invalidField('note', 'goes with people to send it to');
    const { card, author } = found;
    if (card.authorId === viewer.id) throw new AppError('forbidden', { detail: 'Your followers have your own post.' });
    if (author.person.isPrivate) {
      throw new AppError('forbidden', { detail: 'Posts of private accounts cannot be passed on.' });
    }
    const shard = shardOfId(viewer.id);
    const share = { userId: viewer.id, postId };
    const work = newShareWork(ids, shard, now);
    const truth = await withNewId(ids, shard, now, (repostId) =>
      beginShare(shards, { ...share, authorId: card.authorId, repostId }, work, now),
    );
    const target = { targetId: postId, targetAuthorId: card.authorId };
    const [shares] = await Promise.all([
      countShare(services, share, work),
      announceEntry(c, work.entryOutboxId, newEntry(viewer.id, truth.repostId, target)),
    ]);
    observeAuthor(c, card.authorId, 'share');
    const repost = { id: truth.repostId, createdAt: new Date(truth.createdAt).toISOString() };
    return c.json({ shared: true, shares, repost }, 201);
  },
);
