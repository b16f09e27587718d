import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { getTableColumns, getTableName, type InferInsertModel, type Table } from 'drizzle-orm';

const toSnakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Inserts what a query selects into a table of the shard schema, an SQL expression for each column: a column that the
 * schema no longer has, or requires by now, is a type error where this is called.
 */
export function insertSelected<T extends Table>(
  database: DatabaseSync,
  table: T,
  columns: { [Column in keyof InferInsertModel<T>]: string },
  from: string,
  parameters: Record<string, SQLInputValue>,
): void {
  const names = Object.keys(columns);
  const known = getTableColumns(table);
  for (const name of names) if (!(name in known)) throw new Error(`${getTableName(table)} has no column ${name}`);
  const into = `${getTableName(table)} (${names.map(toSnakeCase).join(', ')})`;
  database.prepare(`INSERT INTO ${into} SELECT ${Object.values(columns).join(', ')} ${from}`).run(parameters);
}
