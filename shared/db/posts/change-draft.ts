import { sql } from 'drizzle-orm';
import type { UpdateDraft } from '../../contracts/index.ts';
import { commitBatch } from '../commit-batch.ts';
import { attachMedia } from '../media/attach-media.ts';
import type { Shard, ShardRouter } from '../shard-router.ts';
import type { DraftState } from './create-post.ts';
import type { PostRow } from './load-posts.ts';
import { restrictMedia, showMedia } from './media-of-post.ts';
import { type PostDetails, replaceDetails } from './post-details.ts';
import { requireRevision } from './require-revision.ts';

export type DraftEdit = Omit<UpdateDraft, 'people' | 'publishAt'> &
  PostDetails & { state: DraftState; publishAt: number | null };

/**
 * Changes a draft as it was read; the whole batch fails when it was changed or published since, or when a new medium is
 * taken (`isAttachRefused`). Media that are left out become orphans, which may be put back for a day.
 */
export async function editDraft(shards: ShardRouter, draft: PostRow, edit: DraftEdit, now: number): Promise<void> {
  const shard = shards.forId(draft.id);
  const { caption, location, hideLikes, commentsOff, state, publishAt, mediaIds } = edit;
  await commitBatch(shard, [
    requireRevision(draft, ['draft', 'scheduled', 'waiting']),
    ...(mediaIds ? replaceMedia(shard, draft, mediaIds, now) : []),
    sql`
      UPDATE posts SET revision = revision + 1, state = ${state}, publish_at = ${publishAt},
        caption = ${caption ?? sql`caption`},
        hide_likes = ${hideLikes === undefined ? sql`hide_likes` : Number(hideLikes)},
        comments_off = ${commentsOff === undefined ? sql`comments_off` : Number(commentsOff)},
        latitude = ${location === undefined ? sql`latitude` : (location?.lat ?? null)},
        longitude = ${location === undefined ? sql`longitude` : (location?.lon ?? null)},
        location_name = ${location === undefined ? sql`location_name` : (location?.name ?? null)}
      WHERE id = ${draft.id}`,
    ...replaceDetails(draft.id, edit),
  ]);
}

function replaceMedia(shard: Shard, draft: PostRow, mediaIds: readonly string[], now: number) {
  const added = mediaIds.filter((id) => !draft.mediaIds.includes(id));
  const removed = draft.mediaIds.filter((id) => !mediaIds.includes(id));
  return [
    ...attachMedia(shard, { ownerId: draft.authorId, mediaIds: added, mayWait: true }, now),
    sql`UPDATE media SET attached = 0, audience = 'account', updated_at = ${now}
      WHERE id IN (SELECT value FROM json_each(${JSON.stringify(removed)}))`,
    sql`DELETE FROM post_media WHERE post_id = ${draft.id}`,
    showMedia(draft.id, mediaIds),
    restrictMedia(draft.id, true),
  ];
}
