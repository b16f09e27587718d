import { sql } from 'drizzle-orm';
import type { Shard, ShardRouter } from '../shard-router.ts';

export type AudienceCell = { sourceId: string; cellId: string };

/** The cells with at least one follower, of all the sources, one query a database. */
export async function listAudiences(shards: ShardRouter, sourceIds: Iterable<string>): Promise<AudienceCell[]> {
  const groups = [...shards.group(new Set(sourceIds))];
  const lists = await Promise.all(
    groups.map(([shard, ids]) =>
      shard.db.all<AudienceCell>(sql`
        SELECT source_id AS sourceId, cell_id AS cellId FROM audience_cells
        WHERE source_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`),
    ),
  );
  return lists.flat();
}

/** SQLite's word for no limit. */
const ALL = -1;

/** The audience of one source between two cells (exclusive, inclusive), in order: a page of a large one. */
export function listAudiencePage(
  shard: Shard,
  sourceId: string,
  after: string,
  through: string,
  limit = ALL,
): Promise<AudienceCell[]> {
  return shard.db.all<AudienceCell>(sql`
    SELECT source_id AS sourceId, cell_id AS cellId FROM audience_cells
    WHERE source_id = ${sourceId} AND cell_id > ${after} AND cell_id <= ${through} ORDER BY cell_id LIMIT ${limit}`);
}
