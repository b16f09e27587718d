import { getTableColumns, getTableName, type InferInsertModel, type Table } from 'drizzle-orm';

/** Characters of JSON in one statement; D1 takes values up to 2 MB. */
const JSON_A_STATEMENT = 500_000;

const toSnakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export type Run = (sql: string, rows: string) => Promise<unknown>;

/**
 * Inserts rows into a table of the shard schema, many in a statement: the whole list is one JSON parameter. Their type is
 * the table's, so that a changed schema is a type error here.
 */
export async function bulkInsertRows<T extends Table>(run: Run, table: T, rows: InferInsertModel<T>[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const known = getTableColumns(table);
  const names = Object.keys(first);
  for (const name of names) if (!(name in known)) throw new Error(`${getTableName(table)} has no column ${name}`);
  const picked = names.map((_, at) => `value ->> ${at}`).join(', ');
  const sql = `INSERT INTO ${getTableName(table)} (${names.map(toSnakeCase).join(', ')}) SELECT ${picked} FROM json_each(?)`;
  let batch: string[] = [];
  let size = 0;
  for (const row of rows) {
    const text = JSON.stringify(names.map((name) => toSqlValue((row as Record<string, unknown>)[name])));
    batch.push(text);
    size += text.length;
    if (size >= JSON_A_STATEMENT) {
      await run(sql, `[${batch.join(',')}]`);
      batch = [];
      size = 0;
    }
  }
  if (batch.length > 0) await run(sql, `[${batch.join(',')}]`);
}

function toSqlValue(value: unknown): unknown {
  return typeof value === 'boolean' ? Number(value) : value;
}
