import { listAudiences } from '../../shared/db/follows/list-audience.ts';
import { beginModeChange, endModeChange, loadSources, type SourceRow } from '../../shared/db/follows/source-mode.ts';
import { chooseModeChange } from '../../shared/domain/timelines/choose-mode.ts';
import { shardOfId } from '../../shared/ids/index.ts';
import type { Services } from '../services.ts';

/** Begins the change of mode that a source's audience asks for; until it ends, posts are pushed and pulled both. */
export async function changeModeIfDue(services: Services, source: SourceRow, now: number): Promise<void> {
  const { config, shards, ids, fanoutQueue } = services;
  const next = chooseModeChange(source.mode, source.cells, config.CELEBRITY_CELLS);
  if (!next) return;
  const outboxId = ids.next(shardOfId(source.id), now);
  const item = await beginModeChange(shards.forId(source.id), source, next, outboxId, now);
  await fanoutQueue.send(item);
}

/**
 * Tells every cell of the audience to read the source again, mode and all, then ends the change. A cell that joins
 * meanwhile either is in the audience read here, or reads the new mode itself when it joins.
 */
export async function syncMode({ shards, stubs }: Services, sourceId: string): Promise<void> {
  const source = (await loadSources(shards, [sourceId])).get(sourceId);
  if (source?.mode !== 'to-pull' && source?.mode !== 'to-push') return;
  const cells = await listAudiences(shards, [sourceId]);
  await Promise.all(cells.map(({ cellId }) => stubs.cell(cellId).refreshSource(sourceId)));
  await endModeChange(shards.forId(sourceId), source);
}
