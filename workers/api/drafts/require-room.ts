import { countDrafts } from '../../../shared/db/posts/list-own-posts.ts';
import type { ShardRouter } from '../../../shared/db/shard-router.ts';
import { AppError } from '../../../shared/errors/index.ts';

const MAX_DRAFTS = 100;

/** Refuses one more draft to somebody who has `MAX_DRAFTS`. */
export async function requireRoomForDraft(shards: ShardRouter, authorId: string): Promise<void> {
  if ((await countDrafts(shards, authorId)) < MAX_DRAFTS) return;
  throw new AppError('conflict', { detail: `You have ${MAX_DRAFTS} drafts; publish or delete one first.` });
}
