import type { CellStats } from '../../shared/contracts/index.ts';
import type { LayerCounts } from '../../shared/domain/caching/layer-counts.ts';

/** Counts of what the cell holds, and the size of its database in bytes. */
export function describeCell(sql: SqlStorage, pages: LayerCounts): CellStats {
  const count = (what: string) => sql.exec<{ n: number }>(`SELECT ${what} AS n`).one().n;
  return {
    users: count(`(SELECT count(*) FROM edges WHERE user_id = source_id)`),
    edges: count(`(SELECT count(*) FROM edges WHERE state = 'following')`),
    sources: count('(SELECT count(*) FROM sources)'),
    entries: count('(SELECT count(*) FROM entries)'),
    bytes: sql.databaseSize,
    pages: { ...pages },
  };
}
