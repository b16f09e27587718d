import { sql } from 'drizzle-orm';
import type { ShardRouter } from '../shard-router.ts';

/** What is shown of a person beside a post or in a list, and what rules need to know of them. */
export type PersonRow = {
  id: string;
  username: string;
  fullName: string;
  avatarMediaId: string | null;
  isPrivate: boolean;
  cellId: string;
};

/** Active people by id, one query a database; absent and closed accounts are left out. */
export async function loadPeople(shards: ShardRouter, ids: Iterable<string>): Promise<Map<string, PersonRow>> {
  const groups = [...shards.group(new Set(ids))];
  const lists = await Promise.all(
    groups.map(([shard, group]) =>
      shard.db.all<Omit<PersonRow, 'isPrivate'> & { isPrivate: number }>(sql`
        SELECT id, username, full_name AS fullName, avatar_media_id AS avatarMediaId, is_private AS isPrivate, cell_id AS cellId
        FROM users WHERE status = 'active' AND id IN (SELECT value FROM json_each(${JSON.stringify(group)}))`),
    ),
  );
  return new Map(lists.flat().map((row) => [row.id, { ...row, isPrivate: row.isPrivate === 1 }]));
}
