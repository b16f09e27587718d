import { endLongWaits, listReadyPosts } from '../../shared/db/posts/waiting-posts.ts';
import { publishKept } from '../fanout/publish-waiting.ts';
import type { Services } from '../services.ts';

/** Publishes posts whose media are ready but whose publisher died, and ends the wait of those that waited a day. */
export async function publishWaiting(services: Services, now: number): Promise<void> {
  await Promise.all(
    services.shards.all().map(async (shard) => {
      for (const postId of await listReadyPosts(shard)) await publishKept(services, postId, now);
      await endLongWaits(shard, now);
    }),
  );
}
