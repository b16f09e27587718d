import type { CreatePost } from '../../../shared/contracts/index.ts';
import { isAttachRefused } from '../../../shared/db/media/attach-media.ts';
import { requireReadyMedia } from '../../../shared/db/media/require-ready-media.ts';
import { createPost, type NewPost } from '../../../shared/db/posts/create-post.ts';
import { findPostByKey } from '../../../shared/db/posts/find-post-by-key.ts';
import { withNewId } from '../../../shared/db/with-new-id.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import type { AppContext } from '../../http/app-env.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { describeText } from '../../people/describe-text.ts';
import { resolveTags } from '../../people/resolve-tags.ts';
import { announceEntry, newEntry } from './announce-entry.ts';

/**
 * Publishes a post of the viewer: truth and outbox in one batch, then the queue and the author's own cell. When both of
 * those are lost, the outbox still delivers.
 */
export async function publishPost(
  c: Pick<AppContext, 'var'>,
  { caption, mediaIds, location, hideLikes, commentsOff, people: tags }: CreatePost,
): Promise<string> {
  const { services, now } = c.var;
  const { shards, ids } = services;
  const viewer = requireViewer(c);
  const [{ text, hashtags, mentions }, people] = await Promise.all([
    describeText(services, caption),
    resolveTags(services, viewer, tags, { mediaIds }),
    requireReadyMedia(shards, viewer.id, mediaIds),
  ]);
  const shard = shardOfId(viewer.id);
  const outboxId = ids.next(shard, now);
  const post: Omit<NewPost, 'id'> = {
    authorId: viewer.id,
    caption: text,
    location: location ?? null,
    hideLikes,
    commentsOff,
    mediaIds,
    hashtags,
    mentions,
    people,
    outboxId,
    clientKey: c.var.clientKey ?? null,
  };
  const id = await withNewId(ids, shard, now, async (postId) => {
    await createPost(shards, { ...post, id: postId }, now);
    return postId;
  }).catch(async (error) => {
    const twin = await findWrittenPost(c);
    if (twin !== undefined) return twin;
    if (isAttachRefused(error))
      throw new AppError('conflict', { detail: 'mediaIds: a medium is already in another post.' });
    throw error;
  });
  await announceEntry(c, outboxId, newEntry(viewer.id, id));
  return id;
}

/** What an earlier run of this request wrote, when it died before its answer was kept. */
export async function findWrittenPost(c: Pick<AppContext, 'var'>): Promise<string | undefined> {
  const { services, clientKey } = c.var;
  return clientKey === undefined ? undefined : findPostByKey(services.shards, requireViewer(c).id, clientKey);
}
