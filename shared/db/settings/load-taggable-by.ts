import { sql } from 'drizzle-orm';
import type { TaggableBy } from '../../contracts/index.ts';
import type { ShardRouter } from '../shard-router.ts';

/** Who may tag each of these people; those who never chose are left out. One query a database. */
export async function loadTaggableBy(shards: ShardRouter, userIds: Iterable<string>): Promise<Map<string, TaggableBy>> {
  const lists = await Promise.all(
    [...shards.group(new Set(userIds))].map(([{ db }, ids]) =>
      db.all<{ userId: string; taggableBy: TaggableBy }>(sql`
        SELECT user_id AS userId, taggable_by AS taggableBy FROM user_settings
        WHERE user_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`),
    ),
  );
  return new Map(lists.flat().map(({ userId, taggableBy }) => [userId, taggableBy]));
}
