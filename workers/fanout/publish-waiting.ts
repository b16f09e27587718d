import { type Occasion, publishDraft } from '../../shared/db/posts/publish-draft.ts';
import { listWaitingFor } from '../../shared/db/posts/waiting-posts.ts';
import { shardOfId } from '../../shared/ids/index.ts';
import { recheckTags } from '../people/recheck-tags.ts';
import type { Services } from '../services.ts';

/**
 * Publishes a kept post if all its media are ready, and tells the audience. However many come at once, one publishes it:
 * the others, and whoever comes too early or once its author called it off, get false.
 */
export async function publishKept(
  services: Services,
  postId: string,
  now: number,
  occasion: Occasion = 'due',
): Promise<boolean> {
  const { shards, ids, fanoutQueue } = services;
  const shard = shardOfId(postId);
  const [entryId, outboxId] = [ids.next(shard, now), ids.next(shard, now)];
  await recheckTags(services, postId);
  if (!(await publishDraft(shards, { postId, entryId, outboxId }, occasion, now))) return false;
  // What is not sent here is sent by the sweep.
  await fanoutQueue.send({ id: outboxId, work: { topic: 'post', postId } }).catch(() => undefined);
  return true;
}

/** For whoever has made a medium ready: publishes the post that waited for it. Lost calls are made up for by the cron. */
export async function publishPostsOf(services: Services, mediaId: string, now: number): Promise<void> {
  for (const postId of await listWaitingFor(services.shards, mediaId)) await publishKept(services, postId, now);
}
