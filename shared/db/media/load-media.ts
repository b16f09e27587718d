import { and, ne, sql } from 'drizzle-orm';
import { media } from '../schema/index.ts';
import type { ShardRouter } from '../shard-router.ts';
import type { MediaRow } from './media-row.ts';

/** Media by id in any state but deleted, one query a database. */
export async function loadMedia(shards: ShardRouter, ids: Iterable<string>): Promise<Map<string, MediaRow>> {
  const groups = [...shards.group(new Set(ids))];
  const lists = await Promise.all(
    groups.map(([{ db }, group]) =>
      db
        .select()
        .from(media)
        .where(
          and(sql`${media.id} IN (SELECT value FROM json_each(${JSON.stringify(group)}))`, ne(media.state, 'deleted')),
        ),
    ),
  );
  return new Map(lists.flat().map((row) => [row.id, row]));
}

/** One medium, unless it is deleted. */
export async function findMedia(shards: ShardRouter, id: string): Promise<MediaRow | undefined> {
  const { db } = shards.forId(id);
  return db
    .select()
    .from(media)
    .where(and(sql`${media.id} = ${id}`, ne(media.state, 'deleted')))
    .get();
}
