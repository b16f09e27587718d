import { listDuePosts, publishDraft } from '../../shared/db/posts/publish-draft.ts';
import { shardOfId } from '../../shared/ids/index.ts';
import type { Services } from '../services.ts';

/** Publishes what is due. Two runs publish a post once; past the author's limit of posts it waits for the next minute. */
export async function publishScheduled(services: Services, now: number): Promise<void> {
  await Promise.all(
    services.shards.all().map(async (shard) => {
      for (const { id, authorId } of await listDuePosts(shard, now)) await publishDue(services, id, authorId, now);
    }),
  );
}

async function publishDue(services: Services, postId: string, authorId: string, now: number): Promise<void> {
  const { shards, ids, stubs, fanoutQueue, config } = services;
  const { attempts, windowMs } = config.LIMIT_POSTS;
  const { allowed } = await stubs.rateLimiter(`user:${authorId}`).take('post', attempts, windowMs, now);
  if (!allowed) return;
  const shard = shardOfId(postId);
  const [entryId, outboxId] = [ids.next(shard, now), ids.next(shard, now)];
  if (!(await publishDraft(shards, { postId, entryId, outboxId }, now))) return;
  // What is not sent here is sent by the sweep.
  await fanoutQueue.send({ id: outboxId, work: { topic: 'post', postId } }).catch(() => undefined);
}
