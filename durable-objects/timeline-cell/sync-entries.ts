import { lastBelow, type TimelineEntry } from '../../shared/domain/timelines/merge-newest.ts';
import { type CellMemory, NOTHING_YET, type SourceState } from './cell-memory.ts';

/** What a source's shard says of one entry: there, changed, or gone (`present` false). */
export type EntryChange = {
  sourceId: string;
  entryId: string;
  postId: string;
  revision: number;
  present: boolean;
  /** Of a repost: who wrote the post that it shows. */
  authorId?: string;
};

const UPSERT = `INSERT INTO entries (source_id, entry_id, post_id, revision, present, author_id)
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(?)
  WHERE true
  ON CONFLICT (source_id, entry_id) DO UPDATE SET revision = excluded.revision, present = excluded.present
  WHERE excluded.revision > revision 
  RETURNING source_id AS sourceId, entry_id AS entryId, revision`;

/**
 * Copies entries from their truth, in any order and any number of times: the highest revision wins, and a tombstone
 * stays. A source keeps its newest `keep` entries; what it drops is read from D1 when somebody scrolls there.
 */
export function syncEntries(sql: SqlStorage, memory: CellMemory, changes: readonly EntryChange[], keep: number): void {
  // What lies before the range that the cell holds is read from D1; before the first backfill everything is kept.
  const wanted = changes.filter(({ sourceId, entryId }) => {
    const { completeFrom } = memory.source(sourceId);
    return completeFrom === NOTHING_YET || entryId >= completeFrom;
  });
  // A pulled source is read again within seconds; until then its delivery shows, but is not kept.
  const kept = wanted.filter(({ sourceId }) => memory.source(sourceId).mode === 'push');
  const written = writeEntries(sql, kept);
  for (const change of wanted) {
    const source = memory.source(change.sourceId);
    applyToMemory(sql, source, change, written.has(keyOf(change)));
    memory.noteChange(source);
  }
  for (const sourceId of new Set(kept.map(({ sourceId }) => sourceId))) {
    trimSource(sql, memory.source(sourceId), keep);
  }
}

/** Answers those that are new here, or newer than what was. */
function writeEntries(sql: SqlStorage, changes: readonly EntryChange[]): Set<string> {
  if (changes.length === 0) return new Set();
  const rows = sql.exec<EntryVersion>(
    UPSERT,
    JSON.stringify(
      changes.map(({ sourceId, entryId, postId, revision, present, authorId = '' }) => [
        sourceId,
        entryId,
        postId,
        revision,
        present ? 1 : 0,
        authorId,
      ]),
    ),
  );
  return new Set(Array.from(rows, keyOf));
}

type EntryVersion = { sourceId: string; entryId: string; revision: number };

/** One change of one entry. */
function keyOf({ sourceId, entryId, revision }: EntryVersion): string {
  return sourceId + entryId + revision;
}

function applyToMemory(sql: SqlStorage, source: SourceState, change: EntryChange, isWritten: boolean): void {
  const { entries } = source;
  const at = lastBelow(entries, change.entryId) + 1;
  const held = entries[at]?.id === change.entryId ? entries[at] : undefined;
  if (!change.present) {
    if (held && held.revision < change.revision) entries.splice(at, 1);
    return;
  }
  if (held) {
    held.revision = Math.max(held.revision, change.revision);
    return;
  }
  // Not held: new, unless SQLite kept a tombstone of a newer revision.
  const entry: TimelineEntry = {
    id: change.entryId,
    postId: change.postId,
    sourceId: change.sourceId,
    revision: change.revision,
    ...(change.authorId ? { authorId: change.authorId } : {}),
  };
  if (source.mode === 'pull' || isWritten || isPresent(sql, change)) entries.splice(at, 0, entry);
}

function isPresent(sql: SqlStorage, { sourceId, entryId }: EntryChange): boolean {
  const [row] = sql
    .exec<{ present: number }>('SELECT present FROM entries WHERE source_id = ? AND entry_id = ?', sourceId, entryId)
    .toArray();
  return row?.present === 1;
}

/** Lets go of the oldest entries past `keep`, in steps, so that most deliveries delete nothing. */
export function trimSource(sql: SqlStorage, source: SourceState, keep: number): void {
  const slack = Math.max(1, keep >> 2);
  if (source.entries.length <= keep + slack) return;
  const dropped = source.entries.splice(0, source.entries.length - keep);
  const oldest = source.entries[0];
  const last = dropped.at(-1);
  if (!oldest || !last) return;
  source.completeFrom = oldest.id;
  sql.exec('DELETE FROM entries WHERE source_id = ? AND entry_id <= ?', source.id, last.id);
  sql.exec('UPDATE sources SET complete_from = ? WHERE source_id = ?', oldest.id, source.id);
}
