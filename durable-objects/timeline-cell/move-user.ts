import { forgetSource, isFollowed } from './apply-edge.ts';
import type { CellMemory } from './cell-memory.ts';
import { USER_TABLES, type UserTable } from './user-tables.ts';

/** Rows of one step of a move; about 100 bytes each. */
const MOVE_PAGE = 2_000;

/** Where two columns do not name a row: a page must not repeat or skip. */
const PAGE_ORDER: Partial<Record<UserTable, string>> = { collection_posts: '1, 2, 3' };

/** A move of a user as both cells know it; a later one has a higher id. */
export type UserMove = { id: string; userId: string; fromCell: string; toCell: string };
export type MovedRow = Record<string, SqlStorageValue>;
/** Where a move stands: the table, and the rows of it that were taken. */
export type MovePlace = { table: UserTable; offset: number };
export type MovePage = { table: UserTable; rows: MovedRow[]; next: MovePlace | null };

/**
 * The user's writes stop here, so that what is copied does not change; reads go on. False when this move is over: a late
 * message asks for it, and the user left by it, or came back since.
 */
export function beginDeparture(sql: SqlStorage, memory: CellMemory, { id, userId }: UserMove): boolean {
  const cameLater = sql.exec('SELECT 1 FROM arrivals WHERE user_id = ? AND move_id > ?', userId, id).toArray();
  if (cameLater.length > 0) return false;
  sql.exec(
    `INSERT INTO departures (user_id, cell_id, move_id) VALUES (?1, '', ?2)
     ON CONFLICT (user_id) DO UPDATE SET move_id = excluded.move_id WHERE cell_id = ''`,
    userId,
    id,
  );
  memory.loadDepartures();
  return isLeaving(sql, userId, id);
}

function isLeaving(sql: SqlStorage, userId: string, moveId: string): boolean {
  const row = sql.exec(`SELECT 1 FROM departures WHERE user_id = ? AND cell_id = '' AND move_id = ?`, userId, moveId);
  return row.toArray().length > 0;
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

/** Until the user has arrived, whoever asks for them here is sent to the cell that they come from. */
export function beginArrival(sql: SqlStorage, memory: CellMemory, { id, userId, fromCell }: UserMove): void {
  const isNew = sql.exec(
    `INSERT INTO arrivals (user_id, move_id, arrived) VALUES (?1, ?2, 0)
     ON CONFLICT (user_id) DO UPDATE SET move_id = excluded.move_id, arrived = 0 WHERE excluded.move_id > move_id`,
    userId,
    id,
  ).rowsWritten;
  if (isNew === 0) return;
  sql.exec(`INSERT OR REPLACE INTO departures (user_id, cell_id) VALUES (?, ?)`, userId, fromCell);
  memory.loadDepartures();
}

function isArriving(sql: SqlStorage, { id, userId }: UserMove): boolean {
  const row = sql.exec('SELECT 1 FROM arrivals WHERE user_id = ? AND move_id = ? AND NOT arrived', userId, id);
  return row.toArray().length > 0;
}

/** Takes a user's rows over while they arrive. Repeating a page changes nothing. */
export function importUser(sql: SqlStorage, move: UserMove, { table, rows }: MovePage): void {
  if (!isArriving(sql, move)) return;
  for (const row of rows) {
    const columns = Object.keys(row);
    sql.exec(
      `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      ...Object.values(row),
    );
  }
}

/** The user lives and writes here from now on, and what they like counts for this cell. */
export function completeArrival(sql: SqlStorage, memory: CellMemory, move: UserMove): void {
  if (!isArriving(sql, move)) return;
  sql.exec('UPDATE arrivals SET arrived = 1 WHERE user_id = ?', move.userId);
  sql.exec('DELETE FROM departures WHERE user_id = ?', move.userId);
  countLikes(sql, memory, move.userId, 1);
  forgetMoved(memory, move.userId);
}

/** Lets go of a user who lives in another cell now: asking for them here answers where they are. */
export function completeDeparture(sql: SqlStorage, memory: CellMemory, { id, userId, toCell }: UserMove): void {
  if (!isLeaving(sql, userId, id)) return;
  sql.exec('UPDATE departures SET cell_id = ? WHERE user_id = ?', toCell, userId);
  countLikes(sql, memory, userId, -1);
  const sources = sql
    .exec<{ source_id: string }>('SELECT source_id FROM edges WHERE user_id = ?', userId)
    .toArray()
    .map(({ source_id }) => source_id);
  for (const table of USER_TABLES) sql.exec(`DELETE FROM ${table} WHERE user_id = ?`, userId);
  forgetMoved(memory, userId);
  for (const sourceId of sources) {
    if (!isFollowed(sql, sourceId)) forgetSource(sql, memory, sourceId);
  }
}

function countLikes(sql: SqlStorage, memory: CellMemory, userId: string, by: 1 | -1): void {
  const liked = sql.exec<{ post_id: string }>('SELECT post_id FROM likes WHERE user_id = ?', userId).toArray();
  for (const { post_id } of liked) memory.pendingLikes.count(post_id, by);
  memory.pendingLikes.write();
}

function forgetMoved(memory: CellMemory, userId: string): void {
  memory.dueLikers.load();
  memory.loadDepartures();
  memory.forgetUser(userId);
}
