import { sql } from 'drizzle-orm';
import type { SourceMode } from '../../domain/timelines/choose-mode.ts';
import { commitBatch } from '../commit-batch.ts';
import type { OutboxItem } from '../outbox/outbox-work.ts';
import { oweWork } from '../outbox/owe-work.ts';
import type { Shard, ShardRouter } from '../shard-router.ts';

export type SourceRow = { id: string; mode: SourceMode; modeVersion: number; cells: number };

/** How each source is delivered; a source that never had an audience is left out. */
export async function loadSources(shards: ShardRouter, ids: Iterable<string>): Promise<Map<string, SourceRow>> {
  const groups = [...shards.group(new Set(ids))];
  const lists = await Promise.all(
    groups.map(([shard, group]) =>
      shard.db.all<SourceRow>(sql`
        SELECT id, mode, mode_version AS modeVersion, cells FROM sources
        WHERE id IN (SELECT value FROM json_each(${JSON.stringify(group)}))`),
    ),
  );
  return new Map(lists.flat().map((row) => [row.id, row]));
}

/** Begins a change of mode, and owes telling every cell. Of several that try at once, one changes the row. */
export async function beginModeChange(
  shard: Shard,
  { id, mode, modeVersion }: SourceRow,
  next: 'to-pull' | 'to-push',
  outboxId: string,
  now: number,
): Promise<OutboxItem> {
  const item: OutboxItem = { id: outboxId, work: { topic: 'mode', sourceId: id } };
  await commitBatch(shard, [
    sql`UPDATE sources SET mode = ${next}, mode_version = mode_version + 1
        WHERE id = ${id} AND mode = ${mode} AND mode_version = ${modeVersion}`,
    oweWork(shard, item, now),
  ]);
  return item;
}

/** Ends a change of mode once every cell knows of it; a change that began meanwhile goes on by itself. */
export async function endModeChange(shard: Shard, { id, mode, modeVersion }: SourceRow): Promise<void> {
  const settled = mode === 'to-pull' ? 'pull' : 'push';
  await shard.db.run(sql`
    UPDATE sources SET mode = ${settled} WHERE id = ${id} AND mode = ${mode} AND mode_version = ${modeVersion}`);
}
