import { getTableColumns } from 'drizzle-orm';
import { media } from '../schema/index.ts';
import type { MediaRow } from './media-row.ts';

const COLUMNS = Object.entries(getTableColumns(media)).map(([key, column]) => ({
  key,
  column,
  name: key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
}));

/** A row of `media` as a statement of our own (`RETURNING *`) answers it. */
export function readMediaRow(raw: Record<string, unknown>): MediaRow {
  const row: Record<string, unknown> = {};
  for (const { key, column, name } of COLUMNS) {
    const value = raw[name];
    row[key] = value === null || value === undefined ? null : column.mapFromDriverValue(value);
  }
  return row as MediaRow;
}
