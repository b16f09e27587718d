import type { CellMemory, Relation } from './cell-memory.ts';

const NO_RELATION: Relation = { blocking: false, blockedBy: false, muting: false };

export type BlockChange = {
  userId: string;
  otherId: string;
  direction: 'blocking' | 'blocked-by';
  active: boolean;
  version: number;
};

/** Copies one side of a block from its truth; an older version changes nothing. */
export function applyBlock(sql: SqlStorage, memory: CellMemory, change: BlockChange): void {
  memory.requireWritable(change.userId);
  const column = change.direction === 'blocking' ? 'blocking' : 'blocked_by';
  const changed = sql.exec(
    `INSERT INTO relations (user_id, other_id, ${column}, ${column}_version) VALUES (?, ?, ?, ?)
     ON CONFLICT (user_id, other_id) DO UPDATE SET ${column} = excluded.${column}, ${column}_version = excluded.${column}_version
     WHERE excluded.${column}_version > ${column}_version`,
    change.userId,
    change.otherId,
    change.active ? 1 : 0,
    change.version,
  ).rowsWritten;
  if (changed === 0) return;
  const field = change.direction === 'blocking' ? 'blocking' : 'blockedBy';
  updateMemory(memory, change.userId, change.otherId, { [field]: change.active });
}

/** Mutes or unmutes: the other's entries leave the home timeline, and nobody is told. */
export function setMuting(sql: SqlStorage, memory: CellMemory, userId: string, otherId: string, muting: boolean): void {
  memory.requireWritable(userId);
  sql.exec(
    `INSERT INTO relations (user_id, other_id, muting) VALUES (?, ?, ?)
     ON CONFLICT (user_id, other_id) DO UPDATE SET muting = excluded.muting`,
    userId,
    otherId,
    muting ? 1 : 0,
  );
  updateMemory(memory, userId, otherId, { muting });
}

function updateMemory(memory: CellMemory, userId: string, otherId: string, change: Partial<Relation>): void {
  const user = memory.loadedUser(userId);
  memory.noteChange(user);
  const relations = user?.relations;
  relations?.set(otherId, { ...(relations.get(otherId) ?? NO_RELATION), ...change });
}
