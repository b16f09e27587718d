import { type SQL, sql } from 'drizzle-orm';
import type { TimelineEntry } from '../../domain/timelines/merge-newest.ts';
import type { Shard, ShardRouter } from '../shard-router.ts';

/** What a source has published, newest first. `exhausted`: there is nothing older than the last entry. */
export type SourceSnapshot = {
  sourceId: string;
  entries: TimelineEntry[];
  exhausted: boolean;
  mode: 'push' | 'pull';
  modeVersion: number;
};

export type SourceRange = { sourceId: string; before: string };

type Row = {
  source_id: string;
  id: string | null;
  post_id: string;
  revision: number;
  target_author_id: string | null;
  mode: string;
  mode_version: number;
};

/**
 * The newest `limit` published entries of each source below its `before`, from the sources' own shards: one query a
 * database, one index range a source.
 */
export async function readSources(
  shards: ShardRouter,
  ranges: readonly SourceRange[],
  limit: number,
): Promise<SourceSnapshot[]> {
  const groups = new Map<Shard, SourceRange[]>();
  for (const range of ranges) {
    const shard = shards.forId(range.sourceId);
    groups.set(shard, [...(groups.get(shard) ?? []), range]);
  }
  const snapshots = await Promise.all([...groups].map(([shard, group]) => readShard(shard, group, limit)));
  return snapshots.flat();
}

async function readShard(shard: Shard, ranges: readonly SourceRange[], limit: number): Promise<SourceSnapshot[]> {
  const rows = await shard.db.all<Row>(sourceQuery(ranges, limit));
  const snapshots = new Map<string, SourceSnapshot>();
  for (const row of rows) {
    let snapshot = snapshots.get(row.source_id);
    if (!snapshot) {
      const mode = row.mode === 'pull' || row.mode === 'to-pull' ? 'pull' : 'push';
      snapshot = { sourceId: row.source_id, entries: [], exhausted: true, mode, modeVersion: row.mode_version };
      snapshots.set(row.source_id, snapshot);
    }
    if (row.id !== null) {
      snapshot.entries.push({
        id: row.id,
        postId: row.post_id,
        sourceId: row.source_id,
        revision: row.revision,
        ...(row.target_author_id ? { authorId: row.target_author_id } : {}),
      });
    }
  }
  for (const snapshot of snapshots.values()) snapshot.exhausted = snapshot.entries.length < limit;
  return [...snapshots.values()];
}

function sourceQuery(ranges: readonly SourceRange[], limit: number): SQL {
  const wanted = JSON.stringify(ranges.map(({ sourceId, before }) => [sourceId, before]));
  return sql`
    SELECT wanted.value ->> 0 AS source_id, p.entry_id AS id, coalesce(p.target_id, p.id) AS post_id,
      p.revision, p.target_author_id, coalesce(s.mode, 'push') AS mode, coalesce(s.mode_version, 0) AS mode_version
    FROM json_each(${wanted}) AS wanted
    LEFT JOIN sources AS s ON s.id = wanted.value ->> 0
    LEFT JOIN posts AS p ON p.rowid IN (
      SELECT rowid FROM posts
      WHERE author_id = wanted.value ->> 0 AND state = 'published' AND entry_id < wanted.value ->> 1
      ORDER BY entry_id DESC LIMIT ${limit})
    ORDER BY source_id, p.entry_id DESC`;
}
