/**
 * Rows of one table that are written by one statement, the last of each key: a statement costs several times as much as a
 * row of it. Gathered and written within one transaction.
 */
export class GatheredRows {
  readonly #sql: SqlStorage;
  readonly #statement: string;
  readonly #rows = new Map<string, readonly unknown[]>();

  /** `statement` takes the rows as one JSON parameter. */
  constructor(sql: SqlStorage, statement: string) {
    this.#sql = sql;
    this.#statement = statement;
  }

  set(key: string, row: readonly unknown[]): void {
    this.#rows.set(key, row);
  }

  delete(key: string): void {
    this.#rows.delete(key);
  }

  write(): void {
    if (this.#rows.size === 0) return;
    const rows = JSON.stringify([...this.#rows.values()]);
    this.#rows.clear();
    this.#sql.exec(this.#statement, rows);
  }

  /** Forgets what a transaction that was rolled back gathered. */
  discard(): void {
    this.#rows.clear();
  }
}
