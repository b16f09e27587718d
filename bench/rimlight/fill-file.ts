import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const CACHE_KIB = 512 * 1_024;

/**
 * Writes into a SQLite file of a runtime that does not run, with the network attached as `network`. All of it is one
 * commit without a journal, which a crash would spoil together with the run; the file is in WAL mode again when it is done.
 */
export function fillFile(file: string, network: string, write: (database: DatabaseSync) => void): void {
  if (!existsSync(file)) throw new Error(`the runtime has not made ${file}`);
  const database = new DatabaseSync(file);
  try {
    database.exec(`PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; PRAGMA cache_size = -${CACHE_KIB}`);
    database.prepare('ATTACH ? AS network').run(network);
    database.exec('BEGIN');
    write(database);
    database.exec('COMMIT; DETACH network; PRAGMA journal_mode = WAL');
  } finally {
    database.close();
  }
}
