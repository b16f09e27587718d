import type { SourceSnapshot } from '../../shared/db/posts/read-source.ts';
import { type CellMemory, EVERYTHING } from './cell-memory.ts';

/**
 * Takes what D1 says of a source as the new range that the cell holds completely. Deliveries that arrived while D1 was
 * read survive: they are newer, or carry a higher revision.
 */
export function refreshSource(sql: SqlStorage, memory: CellMemory, snapshot: SourceSnapshot, freshUntil: number): void {
  const { sourceId, entries, exhausted, mode, modeVersion } = snapshot;
  const oldest = entries.at(-1);
  const completeFrom = exhausted || !oldest ? EVERYTHING : oldest.id;
  if (modeVersion < memory.source(sourceId).modeVersion) return;
  if (mode === 'pull') {
    holdPulled(sql, memory, snapshot, completeFrom, freshUntil);
    return;
  }
  sql.exec('DELETE FROM entries WHERE source_id = ? AND entry_id < ?', sourceId, completeFrom);
  sql.exec(
    `INSERT INTO entries (source_id, entry_id, post_id, revision, present, author_id)
     SELECT ?1, value ->> 0, value ->> 1, value ->> 2, 1, value ->> 3 FROM json_each(?2) WHERE true
     ON CONFLICT (source_id, entry_id) DO UPDATE SET revision = excluded.revision, present = 1
     WHERE excluded.revision > revision`,
    sourceId,
    JSON.stringify(entries.map((entry) => [entry.id, entry.postId, entry.revision, entry.authorId ?? ''])),
  );
  sql.exec(
    `INSERT INTO sources (source_id, complete_from, mode, mode_version) VALUES (?, ?, ?, ?)
     ON CONFLICT (source_id) DO UPDATE SET complete_from = excluded.complete_from,
       mode = excluded.mode, mode_version = excluded.mode_version`,
    sourceId,
    completeFrom,
    mode,
    modeVersion,
  );
  memory.refreshSource(sourceId);
}

/** A pulled source lives in memory only, for seconds: SQLite just remembers that it is pulled. */
function holdPulled(
  sql: SqlStorage,
  memory: CellMemory,
  { sourceId, entries, modeVersion }: SourceSnapshot,
  completeFrom: string,
  freshUntil: number,
): void {
  const source = memory.source(sourceId);
  if (source.mode !== 'pull' || source.modeVersion !== modeVersion) {
    sql.exec('DELETE FROM entries WHERE source_id = ?', sourceId);
    sql.exec(
      `INSERT INTO sources (source_id, mode, mode_version) VALUES (?, 'pull', ?)
       ON CONFLICT (source_id) DO UPDATE SET complete_from = excluded.complete_from, mode = 'pull', mode_version = excluded.mode_version`,
      sourceId,
      modeVersion,
    );
  }
  Object.assign(source, { entries: entries.toReversed(), completeFrom, mode: 'pull', modeVersion, freshUntil });
  memory.noteChange(source);
}
