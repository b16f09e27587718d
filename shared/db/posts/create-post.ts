import { commitBatch } from '../commit-batch.ts';
import { attachMedia } from '../media/attach-media.ts';
import type { OutboxItem } from '../outbox/outbox-work.ts';
import { oweWork } from '../outbox/owe-work.ts';
import { postHashtags, postMedia, postMentions, posts } from '../schema/index.ts';
import type { ShardRouter } from '../shard-router.ts';

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
  outboxId: string;
  clientKey?: string | null;
};

/** Publishes: the post, its media, tags and mentions, and the work it owes to the audience, in one batch. */
export async function createPost(shards: ShardRouter, post: NewPost, now: number): Promise<void> {
  const shard = shards.forId(post.id);
  const { db } = shard;
  const item: OutboxItem = { id: post.outboxId, work: { topic: 'post', postId: post.id } };
  const postRow = {
    id: post.id,
    authorId: post.authorId,
    entryId: post.id,
    state: 'published' as const,
    caption: post.caption,
    latitude: post.location?.lat ?? null,
    longitude: post.location?.lon ?? null,
    locationName: post.location?.name ?? null,
    hideLikes: post.hideLikes,
    commentsOff: post.commentsOff,
    clientKey: post.clientKey,
    createdAt: now,
  };
  const mediaRows = post.mediaIds.map((mediaId, position) => ({ postId: post.id, position, mediaId }));
  const tagRows = post.hashtags.map((tag) => ({ postId: post.id, tag }));
  const mentionRows = post.mentions.map((mention) => ({ postId: post.id, ...mention }));
  const [claim, attach] = attachMedia(shard, post.authorId, post.mediaIds, now);
  await commitBatch(shard, [
    claim,
    attach,
    db.insert(posts).values(postRow),
    db.insert(postMedia).values(mediaRows),
    oweWork(shard, item, now),
    ...(tagRows.length > 0 ? [db.insert(postHashtags).values(tagRows)] : []),
    ...(mentionRows.length > 0 ? [db.insert(postMentions).values(mentionRows)] : []),
  ]);
}
