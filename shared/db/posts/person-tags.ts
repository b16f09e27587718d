import { sql } from 'drizzle-orm';
import { commitBatch } from '../commit-batch.ts';
import { oweWorkIf } from '../outbox/owe-work.ts';
import type { ShardRouter } from '../shard-router.ts';

/** Who took their tag off a post. */
export async function listRefusers(shards: ShardRouter, postId: string): Promise<Set<string>> {
  const rows = await shards.forId(postId).db.all<{ userId: string }>(sql`
    SELECT DISTINCT user_id AS userId FROM post_people WHERE post_id = ${postId} AND state = 'refused'`);
  return new Set(rows.map(({ userId }) => userId));
}

/**
 * Takes a person's tags off a post for good, also while it is archived: it may come back. Its revision grows, so that every
 * copy follows. False when there was none.
 */
export async function refuseTags(
  shards: ShardRouter,
  { postId, userId, outboxId }: { postId: string; userId: string; outboxId: string },
  now: number,
): Promise<boolean> {
  const isShown = sql`EXISTS (SELECT 1 FROM post_people AS pp JOIN posts AS p ON p.id = pp.post_id
    WHERE pp.post_id = ${postId} AND pp.user_id = ${userId} AND pp.state = 'shown' AND p.state IN ('published', 'archived'))`;
  const [, , refused = 0] = await commitBatch(shards.forId(postId), [
    sql`UPDATE posts SET revision = revision + 1 WHERE id = ${postId} AND ${isShown}`,
    oweWorkIf(isShown, { id: outboxId, work: { topic: 'post', postId } }, now),
    sql`UPDATE post_people SET state = 'refused', username = ''
      WHERE post_id = ${postId} AND user_id = ${userId} AND state = 'shown' AND ${isShown}`,
  ]);
  return refused > 0;
}

/** Takes people's tags off a post that is not published yet. */
export async function dropTags(shards: ShardRouter, postId: string, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return;
  await shards.forId(postId).db.run(sql`
    DELETE FROM post_people WHERE post_id = ${postId} AND user_id IN (SELECT value FROM json_each(${JSON.stringify(userIds)}))
      AND EXISTS (SELECT 1 FROM posts WHERE id = ${postId} AND state IN ('draft', 'scheduled', 'waiting'))`);
}
