import { type SQL, sql } from 'drizzle-orm';
import { commitBatch } from '../commit-batch.ts';
import type { OutboxWork } from '../outbox/outbox-work.ts';
import { FIRST_ATTEMPT_MS } from '../outbox/owe-work.ts';
import type { Shard } from '../shard-router.ts';

/** Posts of one database that show a person on a photo; with an author, theirs alone. */
export async function listTagging(
  { db }: Shard,
  { userId, authorId }: { userId: string; authorId: string },
  limit: number,
): Promise<string[]> {
  const rows = await db.all<{ id: string }>(sql`
    SELECT DISTINCT p.id FROM post_people AS pp JOIN posts AS p ON p.id = pp.post_id
    WHERE pp.user_id = ${userId} AND pp.state = 'shown' AND p.author_id = ${authorId} AND p.state <> 'deleted'
    LIMIT ${limit}`);
  return rows.map(({ id }) => id);
}

/** Posts of one database that show a person on a photo or mention them. */
export async function listNaming({ db }: Shard, userId: string, limit: number): Promise<string[]> {
  const rows = await db.all<{ id: string }>(sql`
    SELECT p.id FROM posts AS p
    WHERE p.state <> 'deleted' AND p.id IN (
      SELECT post_id FROM post_people WHERE user_id = ${userId} AND state = 'shown'
      UNION SELECT post_id FROM post_mentions WHERE user_id = ${userId})
    LIMIT ${limit}`);
  return rows.map(({ id }) => id);
}

type Naming = { postId: string; outboxId: string };

/**
 * Takes a person's tags off posts of one database, as they might themselves: for good, also out of the history. A draft has
 * shown them to nobody, and just loses them.
 */
export function takeOffTags(shard: Shard, userId: string, posts: readonly Naming[], now: number): Promise<number[]> {
  return commitBatch(shard, [...followPosts(userId, posts, now), ...refuseAll(userId, posts)]);
}

/** The same, and their mentions. */
export function takeOffNames(shard: Shard, userId: string, posts: readonly Naming[], now: number): Promise<number[]> {
  return commitBatch(shard, [
    ...followPosts(userId, posts, now),
    ...refuseAll(userId, posts),
    sql`DELETE FROM post_mentions WHERE user_id = ${userId} AND post_id IN ${idsOf(posts)}`,
  ]);
}

/** Statements: new revisions of those that still name the person, and the work by which every copy follows. */
function followPosts(userId: string, posts: readonly Naming[], now: number): SQL[] {
  const topic: OutboxWork['topic'] = 'post';
  const rows = JSON.stringify(posts.map(({ postId, outboxId }) => [postId, outboxId]));
  const names = sql`(EXISTS (SELECT 1 FROM post_people WHERE post_id = p.id AND user_id = ${userId} AND state = 'shown')
    OR EXISTS (SELECT 1 FROM post_mentions WHERE post_id = p.id AND user_id = ${userId}))`;
  return [
    sql`INSERT INTO outbox (id, topic, payload, created_at, due_at)
      SELECT r.value ->> 1, ${topic}, json_object('topic', ${topic}, 'postId', p.id), ${now}, ${now + FIRST_ATTEMPT_MS}
      FROM json_each(${rows}) AS r JOIN posts AS p ON p.id = r.value ->> 0
      WHERE p.state IN ('published', 'archived') AND ${names}`,
    sql`UPDATE posts AS p SET revision = revision + 1 WHERE id IN ${idsOf(posts)} AND ${names}`,
  ];
}

function refuseAll(userId: string, posts: readonly Naming[]): SQL[] {
  const isTag = sql`user_id = ${userId} AND state = 'shown' AND post_id IN ${idsOf(posts)}`;
  return [
    sql`DELETE FROM post_people WHERE ${isTag}
      AND (SELECT state FROM posts WHERE id = post_id) IN ('draft', 'scheduled', 'waiting')`,
    sql`UPDATE post_people SET state = 'refused', username = '' WHERE ${isTag}`,
  ];
}

function idsOf(posts: readonly Naming[]): SQL {
  return sql`(SELECT value FROM json_each(${JSON.stringify(posts.map(({ postId }) => postId))}))`;
}
