import type { FollowState } from '../../shared/contracts/index.ts';
import type { CellMemory } from './cell-memory.ts';

/** What D1 says of one user: all that the cell holds of them as copies. */
export type UserCopies = {
  userId: string;
  edges: { sourceId: string; state: FollowState; version: number }[];
  blocking: { otherId: string; version: number }[];
  blockedBy: { otherId: string; version: number }[];
};

/**
 * Replaces a user's copies by what D1 says. A copy with a newer version than D1's answer arrived meanwhile and stays.
 * What D1 holds as a copy of the user's own, their place in lists of likers, is due to be written there again.
 */
export function rebuildUser(
  sql: SqlStorage,
  memory: CellMemory,
  { userId, edges, blocking, blockedBy }: UserCopies,
): void {
  // Who is on the way takes their copies along as they are.
  if (!memory.isWritable(userId)) return;
  sql.exec(
    `DELETE FROM edges WHERE user_id = ?1 AND source_id <> ?1
       AND source_id NOT IN (SELECT value ->> 0 FROM json_each(?2))`,
    userId,
    JSON.stringify(edges.map(({ sourceId }) => [sourceId])),
  );
  sql.exec(
    `INSERT INTO edges (user_id, source_id, state, version)
     SELECT ?1, value ->> 0, value ->> 1, value ->> 2 FROM json_each(?2) WHERE true
     ON CONFLICT (user_id, source_id) DO UPDATE SET state = excluded.state, version = excluded.version
     WHERE excluded.version >= version`,
    userId,
    JSON.stringify(edges.map(({ sourceId, state, version }) => [sourceId, state, version])),
  );
  rebuildBlocks(sql, userId, 'blocking', blocking);
  rebuildBlocks(sql, userId, 'blocked_by', blockedBy);
  sql.exec('UPDATE like_marks SET reported = 0 WHERE user_id = ?', userId);
  memory.dueLikers.load();
  memory.forgetUser(userId);
}

function rebuildBlocks(
  sql: SqlStorage,
  userId: string,
  column: 'blocking' | 'blocked_by',
  blocks: readonly { otherId: string; version: number }[],
): void {
  const rows = JSON.stringify(blocks.map(({ otherId, version }) => [otherId, version]));
  sql.exec(
    `UPDATE relations SET ${column} = 0
     WHERE user_id = ?1 AND ${column} = 1 AND other_id NOT IN (SELECT value ->> 0 FROM json_each(?2))`,
    userId,
    rows,
  );
  sql.exec(
    `INSERT INTO relations (user_id, other_id, ${column}, ${column}_version)
     SELECT ?1, value ->> 0, 1, value ->> 1 FROM json_each(?2) WHERE true
     ON CONFLICT (user_id, other_id) DO UPDATE SET ${column} = 1, ${column}_version = excluded.${column}_version
     WHERE excluded.${column}_version >= ${column}_version`,
    userId,
    rows,
  );
}
