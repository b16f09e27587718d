import { listDuePosts } from '../../shared/db/posts/publish-draft.ts';
import { waitForMedia } from '../../shared/db/posts/waiting-posts.ts';
import { publishKept } from '../fanout/publish-waiting.ts';
import type { Services } from '../services.ts';

/**
 * Publishes what is due. Two runs publish a post once; past the author's limit of posts it waits for the next minute, and
 * one whose media are not ready waits for them.
 */
export async function publishScheduled(services: Services, now: number): Promise<void> {
  await Promise.all(
    services.shards.all().map(async (shard) => {
      for (const { id, authorId } of await listDuePosts(shard, now)) await publishDue(services, id, authorId, now);
    }),
  );
}

async function publishDue(services: Services, postId: string, authorId: string, now: number): Promise<void> {
  const { shards, stubs, config } = services;
  const limit = { action: 'post', rule: config.LIMIT_POSTS };
  const { allowed } = await stubs.publisherOf(authorId, config.PUBLISHERS).takeAttempt(authorId, limit, now);
  if (!allowed || (await publishKept(services, postId, now))) return;
  await waitForMedia(shards, postId, now);
}
