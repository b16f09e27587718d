import type { CellMemory } from './cell-memory.ts';

export type EdgeChange = {
  userId: string;
  sourceId: string;
  state: 'following' | 'requested' | 'none';
  version: number;
};

/** Copies an edge from its truth; an older version than the held one changes nothing. Takes effect on the next read. */
export function applyEdge(sql: SqlStorage, memory: CellMemory, { userId, sourceId, state, version }: EdgeChange): void {
  memory.requireWritable(userId);
  const changed = sql.exec(
    `INSERT INTO edges (user_id, source_id, state, version) VALUES (?, ?, ?, ?)
     ON CONFLICT (user_id, source_id) DO UPDATE SET state = excluded.state, version = excluded.version
     WHERE excluded.version > version`,
    userId,
    sourceId,
    state,
    version,
  ).rowsWritten;
  if (changed === 0) return;
  const user = memory.loadedUser(userId);
  memory.noteChange(user);
  if (state === 'following') {
    user?.sources.set(sourceId, memory.source(sourceId));
    return;
  }
  user?.sources.delete(sourceId);
  if (!isFollowed(sql, sourceId)) forgetSource(sql, memory, sourceId);
}

export function isFollowed(sql: SqlStorage, sourceId: string): boolean {
  return (
    sql.exec(`SELECT 1 FROM edges WHERE source_id = ? AND state = 'following' LIMIT 1`, sourceId).toArray().length > 0
  );
}

/** Nobody here follows it any more, so deliveries end: the next follower starts from D1. */
export function forgetSource(sql: SqlStorage, memory: CellMemory, sourceId: string): void {
  sql.exec('DELETE FROM entries WHERE source_id = ?', sourceId);
  sql.exec('DELETE FROM sources WHERE source_id = ?', sourceId);
  memory.refreshSource(sourceId);
}
