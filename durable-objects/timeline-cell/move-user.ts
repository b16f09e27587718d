import { forgetSource, isFollowed } from './apply-edge.ts';
import type { CellMemory } from './cell-memory.ts';
import { USER_TABLES, type UserTable } from './user-tables.ts';

/** Rows of one step of a move; about 100 bytes each. */
const MOVE_PAGE = 2_000;

/** Where two columns do not name a row: a page must not repeat or skip. */
const PAGE_ORDER: Partial<Record<UserTable, string>> = { collection_posts: '1, 2, 3' };

export type MovedRow = Record<string, SqlStorageValue>;
/** Where a move stands: the table, and the rows of it that were taken. */
export type MovePlace = { table: UserTable; offset: number };
export type MovePage = { table: UserTable; rows: MovedRow[]; next: MovePlace | null };

/** The user's writes stop here, so that what is copied does not change; reads go on. */
export function beginDeparture(sql: SqlStorage, memory: CellMemory, userId: string): void {
  sql.exec(`INSERT OR IGNORE INTO departures (user_id, cell_id) VALUES (?, '')`, userId);
  memory.loadDepartures();
}

/** Ends a move that was given up: the user writes here again. */
export function cancelDeparture(sql: SqlStorage, memory: CellMemory, userId: string): void {
  sql.exec(`DELETE FROM departures WHERE user_id = ? AND cell_id = ''`, userId);
  memory.loadDepartures();
}

/** The user's next rows, table by table. */
export function exportUser(sql: SqlStorage, userId: string, { table, offset }: MovePlace): MovePage {
  const rows = sql
    .exec<MovedRow>(
      `SELECT * FROM ${table} WHERE user_id = ? ORDER BY ${PAGE_ORDER[table] ?? '1, 2'} LIMIT ${MOVE_PAGE} OFFSET ?`,
      userId,
      offset,
    )
    .toArray();
  if (rows.length === MOVE_PAGE) return { table, rows, next: { table, offset: offset + MOVE_PAGE } };
  const following = USER_TABLES[USER_TABLES.indexOf(table) + 1];
  return { table, rows, next: following ? { table: following, offset: 0 } : null };
}

/** Takes a user's rows over. Repeating a page changes nothing; a like counts for this cell from now on. */
export function importUser(sql: SqlStorage, memory: CellMemory, userId: string, { table, rows }: MovePage): void {
  sql.exec('DELETE FROM departures WHERE user_id = ?', userId);
  for (const row of rows) {
    const columns = Object.keys(row);
    const written = sql.exec(
      `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      ...Object.values(row),
    ).rowsWritten;
    if (written > 0 && table === 'like_marks' && row.liked) memory.pendingLikes.count(String(row.post_id), 1);
  }
  memory.pendingLikes.write();
  memory.dueLikers.load();
  memory.loadDepartures();
  memory.forgetUser(userId);
}

/** Lets go of a user who lives in `cellId` now: asking for them here answers where they are. */
export function completeDeparture(sql: SqlStorage, memory: CellMemory, userId: string, cellId: string): void {
  sql.exec(
    `INSERT INTO departures (user_id, cell_id) VALUES (?1, ?2) ON CONFLICT (user_id) DO UPDATE SET cell_id = ?2`,
    userId,
    cellId,
  );
  for (const { post_id } of sql
    .exec<{ post_id: string }>('SELECT post_id FROM likes WHERE user_id = ?', userId)
    .toArray()) {
    memory.pendingLikes.count(post_id, -1);
  }
  memory.pendingLikes.write();
  const sources = sql
    .exec<{ source_id: string }>('SELECT source_id FROM edges WHERE user_id = ?', userId)
    .toArray()
    .map(({ source_id }) => source_id);
  for (const table of USER_TABLES) sql.exec(`DELETE FROM ${table} WHERE user_id = ?`, userId);
  memory.dueLikers.load();
  memory.loadDepartures();
  memory.forgetUser(userId);
  for (const sourceId of sources) {
    if (!isFollowed(sql, sourceId)) forgetSource(sql, memory, sourceId);
  }
}
