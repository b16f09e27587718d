import { MAX_DRAFTS, noRoomForDraft } from '../../../shared/db/posts/draft-room.ts';
import { countDrafts } from '../../../shared/db/posts/list-own-posts.ts';
import type { ShardRouter } from '../../../shared/db/shard-router.ts';

/** Refuses one more draft before any work is done for it; the batch that writes it has the last word. */
export async function requireRoomForDraft(shards: ShardRouter, authorId: string): Promise<void> {
  if ((await countDrafts(shards, authorId)) >= MAX_DRAFTS) throw noRoomForDraft();
}
