import type { PostDraft } from '../../../durable-objects/publisher/post-draft.ts';
import type { CreatePost } from '../../../shared/contracts/index.ts';
import { isAttachRefused } from '../../../shared/db/media/attach-media.ts';
import { requireFreeMedia } from '../../../shared/db/media/require-free-media.ts';
import { createPost } from '../../../shared/db/posts/create-post.ts';
import { findPostByKey } from '../../../shared/db/posts/find-post-by-key.ts';
import { withNewId } from '../../../shared/db/with-new-id.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import type { Hydrated } from '../../cards/hydrate-posts.ts';
import { publishKept } from '../../fanout/publish-waiting.ts';
import type { AppContext } from '../../http/app-env.ts';
import type { ActionLimit } from '../../http/limit-action.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { describeText } from '../../people/describe-text.ts';
import { resolveTags } from '../../people/resolve-tags.ts';
import { requireRoomForDraft } from '../drafts/require-room.ts';
import { announceEntry, newEntry } from './announce-entry.ts';
import { publishAtOnce } from './publish-at-once.ts';

/** `post` as it was published at once; else `waits` says whether it publishes itself later. */
export type Publication = { id: string; post: Hydrated } | { id: string; post?: never; waits: boolean };

/**
 * Publishes a post of the viewer at once where that can be, which also counts the attempt if `limit` says that it is not
 * counted yet. Anything out of the ordinary goes the long way, which tells what is wrong: media that are not ready or not
 * free, a key that was used.
 */
export async function publishPost(
  c: Pick<AppContext, 'get' | 'var' | 'header'>,
  { caption, mediaIds, location, hideLikes, commentsOff, people: tags }: CreatePost,
  limit?: ActionLimit,
): Promise<Publication> {
  const { services, now } = c.var;
  const viewer = requireViewer(c);
  const [{ text, hashtags, mentions }, people] = await Promise.all([
    describeText(services, viewer, caption),
    resolveTags(services, viewer, tags, { mediaIds }),
  ]);
  const draft: PostDraft = {
    authorId: viewer.id,
    caption: text,
    location: location ?? null,
    hideLikes,
    commentsOff,
    mediaIds,
    hashtags,
    mentions,
    people,
    clientKey: c.var.clientKey ?? null,
    now,
  };
  const post = await publishAtOnce(c, draft, limit);
  if (post) return { id: post.card.id, post };
  const written = await findWrittenPost(c);
  return written === undefined ? publishSlowly(c, draft) : { id: written, waits: true };
}

/**
 * Truth and outbox in one batch, then the queue and the author's own cell. When both of those are lost, the outbox still
 * delivers. With media that are not ready the post is kept, and publishes itself when they are.
 */
async function publishSlowly(c: Pick<AppContext, 'get' | 'var'>, draft: PostDraft): Promise<Publication> {
  const { services, now } = c.var;
  const { shards, ids } = services;
  const { authorId } = draft;
  const media = await requireFreeMedia(shards, authorId, draft.mediaIds);
  const waits = media.some(({ state }) => state !== 'ready');
  if (waits) await requireRoomForDraft(shards, authorId);
  const shard = shardOfId(authorId);
  const outboxId = ids.next(shard, now);
  const post = { ...draft, outboxId, draft: waits ? { state: 'waiting' as const, publishAt: now } : undefined };
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
  else await announceEntry(c, outboxId, newEntry(authorId, id));
  return { id, waits };
}

/** What an earlier run of this request wrote, when it died before its answer was kept. */
export async function findWrittenPost(c: Pick<AppContext, 'get' | 'var'>): Promise<string | undefined> {
  const { services, clientKey, now } = c.var;
  if (clientKey === undefined) return undefined;
  return findPostByKey(services.shards, { authorId: requireViewer(c).id, clientKey }, now);
}
