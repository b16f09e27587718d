import { sql } from 'drizzle-orm';
import type { UpdatePost } from '../../contracts/index.ts';
import { commitBatch } from '../commit-batch.ts';
import { attachMedia } from '../media/attach-media.ts';
import { releaseMedia } from '../media/release-media.ts';
import { oweWork } from '../outbox/owe-work.ts';
import type { Shard, ShardRouter } from '../shard-router.ts';
import type { PostRow } from './load-posts.ts';
import { showMedia } from './media-of-post.ts';
import { type PostDetails, replaceDetails } from './post-details.ts';
import { keepVersion } from './post-versions.ts';
import { requireRevision, requireState } from './require-revision.ts';

type EditedPost = Pick<PostRow, 'id' | 'authorId' | 'revision' | 'mediaIds'>;

export type PostEdit = Pick<
  UpdatePost,
  'caption' | 'location' | 'hideLikes' | 'commentsOff' | 'altTexts' | 'mediaIds'
> &
  PostDetails;

/**
 * Changes a published post of the author; its revision grows, so every cached card of it is left behind. When what people
 * read or see changes, the version up to now is kept and the post counts as edited. All of it or nothing: it fails when the
 * post is not published any more and, with media, when it was changed since it was read or a new medium is not free
 * (`isAttachRefused`); those left out are released.
 */
export async function editPost(
  shards: ShardRouter,
  post: EditedPost,
  edit: PostEdit,
  outboxId: string,
  now: number,
): Promise<void> {
  const { id: postId } = post;
  const shard = shards.forId(postId);
  const { caption, location, hideLikes, commentsOff, altTexts, people, mediaIds } = edit;
  const visible = [caption, location, altTexts, people, mediaIds].some((part) => part !== undefined);
  await commitBatch(shard, [
    mediaIds ? requireRevision(post, ['published']) : requireState(postId, ['published']),
    ...(visible ? [keepVersion(postId, now)] : []),
    sql`
      UPDATE posts SET revision = revision + 1, edited_at = ${visible ? now : sql`edited_at`},
        caption = coalesce(${caption ?? null}, caption),
        hide_likes = coalesce(${hideLikes === undefined ? null : Number(hideLikes)}, hide_likes),
        comments_off = coalesce(${commentsOff === undefined ? null : Number(commentsOff)}, comments_off),
        latitude = ${location === undefined ? sql`latitude` : (location?.lat ?? null)},
        longitude = ${location === undefined ? sql`longitude` : (location?.lon ?? null)},
        location_name = ${location === undefined ? sql`location_name` : (location?.name ?? null)}
      WHERE id = ${postId} AND state = 'published'`,
    oweWork(shard, { id: outboxId, work: { topic: 'post', postId } }, now),
    ...(mediaIds ? replaceMedia(shard, post, mediaIds, now) : []),
    ...replaceDetails(postId, edit),
    ...(altTexts ? [describeMedia(postId, altTexts)] : []),
  ]);
}

/** Statements: the media that the post shows from now on, in this order. */
function replaceMedia(shard: Shard, post: EditedPost, mediaIds: readonly string[], now: number) {
  const added = mediaIds.filter((id) => !post.mediaIds.includes(id));
  const removed = post.mediaIds.filter((id) => !mediaIds.includes(id));
  return [
    ...attachMedia(shard, { ownerId: post.authorId, mediaIds: added }, now),
    releaseMedia(shard, removed, now),
    sql`DELETE FROM post_media WHERE post_id = ${post.id}`,
    showMedia(post.id, mediaIds),
  ];
}

/** Statement: new descriptions of some of the post's media. */
function describeMedia(postId: string, altTexts: Record<string, string>) {
  const given = JSON.stringify(altTexts);
  return sql`UPDATE media SET alt_text = (SELECT value FROM json_each(${given}) WHERE key = media.id)
    WHERE id IN (SELECT media_id FROM post_media WHERE post_id = ${postId})
      AND id IN (SELECT key FROM json_each(${given}))`;
}

/**
 * Deletes a post of the author: the row stays as a tombstone until every copy is gone; its media are released,
 * its comments and reposts go with the work that is owed.
 */
export async function deletePost(
  shards: ShardRouter,
  postId: string,
  mediaIds: readonly string[],
  { outboxId, purgeOutboxId }: { outboxId: string; purgeOutboxId: string },
  now: number,
): Promise<void> {
  const shard = shards.forId(postId);
  await commitBatch(shard, [
    sql`
      UPDATE posts SET state = 'deleted', revision = revision + 1, deleted_at = ${now} WHERE id = ${postId} AND state <> 'deleted'`,
    releaseMedia(shard, mediaIds, now),
    oweWork(shard, { id: outboxId, work: { topic: 'post', postId } }, now),
    oweWork(shard, { id: purgeOutboxId, work: { topic: 'purge', postId } }, now),
  ]);
}
