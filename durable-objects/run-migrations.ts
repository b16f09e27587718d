/** One step of an object's schema: append-only, never edited once released. */
export type ObjectMigration = (sql: SqlStorage) => void;

/** Brings an object's tables up to date. Runs in the constructor, before any request; a step runs once. */
export function runMigrations(storage: DurableObjectStorage, steps: readonly ObjectMigration[]): void {
  const { sql } = storage;
  storage.transactionSync(() => {
    sql.exec('CREATE TABLE IF NOT EXISTS schema_steps (step INTEGER PRIMARY KEY) WITHOUT ROWID');
    const done = sql.exec<{ n: number }>('SELECT count(*) AS n FROM schema_steps').one().n;
    for (let step = done; step < steps.length; step++) {
      steps[step]?.(sql);
      sql.exec('INSERT INTO schema_steps (step) VALUES (?)', step);
    }
  });
}
