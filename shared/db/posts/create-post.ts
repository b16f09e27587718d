import { commitBatch } from '../commit-batch.ts';
import { attachMedia } from '../media/attach-media.ts';
import { oweWork } from '../outbox/owe-work.ts';
import { posts } from '../schema/index.ts';
import type { ShardRouter } from '../shard-router.ts';
import { guardDraftRoom, refuseDraft } from './draft-room.ts';
import type { ShownTag } from './load-posts.ts';
import { restrictMedia, showMedia } from './media-of-post.ts';
import { replaceDetails } from './post-details.ts';

/** `waiting`: publishes itself when its media are ready. `scheduled`: when it is due, and its media are ready. */
export type DraftState = 'draft' | 'scheduled' | 'waiting';

export type NewPost = {
  id: string;
  authorId: string;
  caption: string;
  location: { lat: number; lon: number; name: string } | null;
  hideLikes: boolean;
  commentsOff: boolean;
  mediaIds: readonly string[];
  hashtags: readonly string[];
  mentions: readonly { userId: string; username: string }[];
  people?: readonly ShownTag[];
  /** Names the work that publishing owes to the audience. */
  outboxId: string;
  clientKey?: string | null;
  /** Kept back, with the time that it is due or has been waiting since: nobody else sees it or its media, and nothing is owed. */
  draft?: { state: DraftState; publishAt: number | null } | undefined;
};

/** Publishes: the post, its media, tags and mentions, and the work it owes to the audience, in one batch. */
export async function createPost(shards: ShardRouter, post: NewPost, now: number): Promise<void> {
  const shard = shards.forId(post.id);
  const { id, draft, mediaIds, hashtags, mentions, people = [] } = post;
  const row = {
    id,
    authorId: post.authorId,
    entryId: id,
    state: draft?.state ?? ('published' as const),
    caption: post.caption,
    latitude: post.location?.lat ?? null,
    longitude: post.location?.lon ?? null,
    locationName: post.location?.name ?? null,
    hideLikes: post.hideLikes,
    commentsOff: post.commentsOff,
    publishAt: draft?.publishAt ?? null,
    clientKey: post.clientKey,
    createdAt: now,
  };
  await commitBatch(shard, [
    ...(draft ? [guardDraftRoom(post.authorId)] : []),
    ...attachMedia(shard, { ownerId: post.authorId, mediaIds, mayWait: draft !== undefined }, now),
    shard.db.insert(posts).values(row),
    showMedia(id, mediaIds),
    ...(draft ? [restrictMedia(id, true)] : []),
    ...replaceDetails(id, { hashtags, mentions, people }),
    ...(draft ? [] : [oweWork(shard, { id: post.outboxId, work: { topic: 'post', postId: id } }, now)]),
  ]).catch(refuseDraft);
}

/** A draft that is due some time publishes itself. */
export function draftState(publishAt: number | null): DraftState {
  return publishAt === null ? 'draft' : 'scheduled';
}
