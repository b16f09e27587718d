import { sql } from 'drizzle-orm';
import type { OutboxItem } from '../outbox/outbox-work.ts';
import { FIRST_ATTEMPT_MS } from '../outbox/owe-work.ts';
import type { ShardRouter } from '../shard-router.ts';

/** Those of some posts that name people, in the caption or on the photos, or may have before an edit. */
export async function listPostsWithPeople(shards: ShardRouter, postIds: Iterable<string>): Promise<string[]> {
  const lists = await Promise.all(
    [...shards.group(new Set(postIds))].map(([shard, ids]) =>
      shard.db.all<{ id: string }>(sql`
        SELECT value AS id FROM json_each(${JSON.stringify(ids)})
        WHERE EXISTS (SELECT 1 FROM post_mentions WHERE post_id = value)
          OR EXISTS (SELECT 1 FROM post_people WHERE post_id = value)
          OR EXISTS (SELECT 1 FROM post_versions WHERE post_id = value)`),
    ),
  );
  return lists.flat().map(({ id }) => id);
}

/** Notes work of its own, apart from any other row: it may be noted more than once. */
export async function oweAlone(shards: ShardRouter, items: readonly OutboxItem[], now: number): Promise<void> {
  const byId = new Map(items.map((item) => [item.id, item]));
  await Promise.all(
    [...shards.group(byId.keys())].map(([shard, ids]) => {
      const rows = JSON.stringify(
        ids.flatMap((id) => {
          const work = byId.get(id)?.work;
          return work ? [[id, work.topic, JSON.stringify(work)]] : [];
        }),
      );
      return shard.db.run(sql`
        INSERT INTO outbox (id, topic, payload, created_at, due_at)
        SELECT value ->> 0, value ->> 1, value ->> 2, ${now}, ${now + FIRST_ATTEMPT_MS} FROM json_each(${rows})`);
    }),
  );
}
