import type { SQLWrapper } from 'drizzle-orm';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import type { Shard } from './shard-router.ts';

const dialect = new SQLiteAsyncDialect({ casing: 'snake_case' });

/**
 * Runs statements as one D1 batch, which is one transaction: all of them hold, or none. Answers the rows that each
 * changed. drizzle's own `batch` cannot bind the parameters of raw SQL, so statements are rendered here.
 */
export async function commitBatch({ d1 }: Shard, statements: readonly SQLWrapper[]): Promise<number[]> {
  const results = await d1.batch(statements.map((statement) => bind(d1, statement)));
  return results.map(({ meta }) => meta.changes);
}

/** The same, and answers the rows of the last statement: what a change made of a row, read in its transaction. */
export async function commitAndRead<Row>({ d1 }: Shard, statements: readonly SQLWrapper[]): Promise<Row[]> {
  const results = await d1.batch<Row>(statements.map((statement) => bind(d1, statement)));
  return results.at(-1)?.results ?? [];
}

/** The same, and answers the rows of every statement. */
export async function commitAndReadEach({ d1 }: Shard, statements: readonly SQLWrapper[]): Promise<unknown[][]> {
  const results = await d1.batch(statements.map((statement) => bind(d1, statement)));
  return results.map(({ results: rows }) => rows);
}

function bind(d1: D1Database, statement: SQLWrapper): D1PreparedStatement {
  const { sql, params } = dialect.sqlToQuery(statement.getSQL());
  return d1.prepare(sql).bind(...params);
}
