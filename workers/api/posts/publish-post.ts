import type { CreatePost } from '../../../shared/contracts/index.ts';
import { isAttachRefused } from '../../../shared/db/media/attach-media.ts';
import { requireFreeMedia } from '../../../shared/db/media/require-free-media.ts';
import { createPost, type NewPost } from '../../../shared/db/posts/create-post.ts';
import { findPostByKey } from '../../../shared/db/posts/find-post-by-key.ts';
import { withNewId } from '../../../shared/db/with-new-id.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import { publishKept } from '../../fanout/publish-waiting.ts';
import type { AppContext } from '../../http/app-env.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { describeText } from '../../people/describe-text.ts';
import { resolveTags } from '../../people/resolve-tags.ts';
import { requireRoomForDraft } from '../drafts/require-room.ts';
import { announceEntry, newEntry } from './announce-entry.ts';

/**
 * Publishes a post of the viewer: truth and outbox in one batch, then the queue and the author's own cell. When both of
 * those are lost, the outbox still delivers. With media that are not ready it is kept, and publishes itself when they are.
 */
export async function publishPost(
  c: Pick<AppContext, 'get' | 'var'>,
  { caption, mediaIds, location, hideLikes, commentsOff, people: tags }: CreatePost,
): Promise<{ id: string; waits: boolean }> {
  const { services, now } = c.var;
  const { shards, ids } = services;
  const viewer = requireViewer(c);
  const [{ text, hashtags, mentions }, people, media] = await Promise.all([
    describeText(services, caption),
    resolveTags(services, viewer, tags, { mediaIds }),
    requireFreeMedia(shards, viewer.id, mediaIds),
  ]);
  const waits = media.some(({ state }) => state !== 'ready');
  if (waits) await requireRoomForDraft(shards, viewer.id);
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
    draft: waits ? { state: 'waiting', publishAt: now } : undefined,
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
  // A medium may have become ready since it was looked at: whoever made it ready found nobody waiting.
  if (waits) await publishKept(services, id, now);
  else await announceEntry(c, outboxId, newEntry(viewer.id, id));
  return { id, waits };
}

/** What an earlier run of this request wrote, when it died before its answer was kept. */
export async function findWrittenPost(c: Pick<AppContext, 'get' | 'var'>): Promise<string | undefined> {
  const { services, clientKey } = c.var;
  return clientKey === undefined ? undefined : findPostByKey(services.shards, requireViewer(c).id, clientKey);
}
