import { listDuePosts, postponeDue, takeDue } from '../../shared/db/posts/publish-draft.ts';
import { waitForMedia } from '../../shared/db/posts/waiting-posts.ts';
import { publishKept } from '../fanout/publish-waiting.ts';
import type { Services } from '../services.ts';

/** What an author may not publish yet is looked at again after this at the earliest. */
const RETRY_MS = 60_000;

/**
 * Publishes what is due. Of two runs one takes a post up, which counts it once; past the author's limit of posts it is put off until they may publish
 * again, and one whose media are not ready waits for them.
 */
export async function publishScheduled(services: Services, now: number): Promise<void> {
  await Promise.all(
    services.shards.all().map(async (shard) => {
      const postponed = new Set<string>();
      const failures: unknown[] = [];
      for (const due of await listDuePosts(shard, now)) {
        if (postponed.has(due.authorId)) continue;
        // What fails for one, a cell out of reach, keeps nobody else's waiting.
        const published = await publishDue(services, due, now).catch((error: unknown) => void failures.push(error));
        if (published === false) postponed.add(due.authorId);
      }
      if (failures.length > 0) throw failures[0];
    }),
  );
}

/** False when the author's posts have to wait. */
async function publishDue(services: Services, due: { id: string; authorId: string }, now: number): Promise<boolean> {
  const { shards, stubs, config } = services;
  const { id, authorId } = due;
  const shard = shards.forId(id);
  if (!(await takeDue(shard, id, now))) return true;
  const limit = { action: 'post', rule: config.LIMIT_POSTS };
  const { allowed, resetMs } = await stubs.publisherOf(authorId, config.PUBLISHERS).takeAttempt(authorId, limit, now);
  if (!allowed) await postponeDue(shard, due, now, now + Math.max(RETRY_MS, resetMs));
  else if (!(await publishKept(services, id, now))) await waitForMedia(shards, id, 'due', now);
  return allowed;
}
