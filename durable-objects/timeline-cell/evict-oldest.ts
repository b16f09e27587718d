import type { CellMemory } from './cell-memory.ts';

/** Eviction goes this far below the budget, so that it is rare. */
const AFTER_EVICTION = 0.9;

/**
 * Keeps the cell inside its budget of entries: the oldest of all sources go, and what they held is read from D1 when
 * somebody scrolls there. Answers how many entries are left.
 */
export function evictOldest(sql: SqlStorage, memory: CellMemory, budget: number): number {
  const held = sql.exec<{ n: number }>('SELECT count(*) AS n FROM entries').one().n;
  if (held <= budget) return held;
  const surplus = held - Math.floor(budget * AFTER_EVICTION);
  const { cutoff } = sql
    .exec<{ cutoff: string }>('SELECT entry_id AS cutoff FROM entries ORDER BY entry_id LIMIT 1 OFFSET ?', surplus)
    .one();
  // A source that loses entries holds everything from the cutoff on: the same for all, so that a ranked feed has one floor.
  sql.exec(
    `UPDATE sources SET complete_from = ?1
     WHERE complete_from < ?1 AND EXISTS (SELECT 1 FROM entries AS e WHERE e.source_id = sources.source_id AND e.entry_id < ?1)`,
    cutoff,
  );
  sql.exec('DELETE FROM entries WHERE entry_id < ?', cutoff);
  memory.refreshAllSources();
  return held - surplus;
}
