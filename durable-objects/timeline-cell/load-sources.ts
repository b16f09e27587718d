import type { TimelineEntry } from '../../shared/domain/timelines/merge-newest.ts';
import { NOTHING_YET, type SourceMode, type SourceState } from './cell-memory.ts';

/** What SQLite holds of a source; the rest of its state is of the moment. */
export type StoredSource = Pick<SourceState, 'id' | 'entries' | 'completeFrom' | 'mode' | 'modeVersion'>;

type Row = [
  sourceId: string,
  completeFrom: string | null,
  mode: SourceMode | null,
  modeVersion: number | null,
  entries: string,
];
type PackedEntry = string | [id: string, postId: string, revision: number, authorId: string];

/**
 * Reads sources in one statement, each with its entries as one text: a row an entry costs five times as much, and a cell
 * that wakes up reads thousands. An entry that was never edited and is no repost is its id alone.
 */
export function* loadSources(sql: SqlStorage, sourceIds: readonly string[]): Generator<StoredSource> {
  const rows = sql
    .exec(
      `SELECT wanted.value, s.complete_from, s.mode, s.mode_version,
         (SELECT json_group_array(CASE WHEN revision = 0 AND post_id = entry_id AND author_id = '' THEN entry_id
            ELSE json_array(entry_id, post_id, revision, author_id) END)
          FROM (SELECT * FROM entries WHERE source_id = wanted.value AND present = 1 ORDER BY entry_id))
       FROM json_each(?) AS wanted LEFT JOIN sources AS s ON s.source_id = wanted.value`,
      JSON.stringify(sourceIds),
    )
    .raw<Row>();
  for (const [id, completeFrom, mode, modeVersion, entries] of rows) {
    yield {
      id,
      entries: (JSON.parse(entries) as PackedEntry[]).map((entry) => unpackEntry(id, entry)),
      completeFrom: completeFrom ?? NOTHING_YET,
      mode: mode ?? 'push',
      modeVersion: modeVersion ?? -1,
    };
  }
}

function unpackEntry(sourceId: string, packed: PackedEntry): TimelineEntry {
  if (typeof packed === 'string') return { id: packed, postId: packed, sourceId, revision: 0 };
  const [id, postId, revision, authorId] = packed;
  return { id, postId, sourceId, revision, ...(authorId ? { authorId } : {}) };
}
