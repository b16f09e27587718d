import { listAudiencePage } from '../../shared/db/follows/list-audience.ts';
import { beginModeChange, endModeChange, loadSources, type SourceRow } from '../../shared/db/follows/source-mode.ts';
import type { ModeProgress, OutboxItem, OutboxWork } from '../../shared/db/outbox/outbox-work.ts';
import { narrowWork } from '../../shared/db/outbox/settle-work.ts';
import type { ShardRouter } from '../../shared/db/shard-router.ts';
import { chooseModeChange } from '../../shared/domain/timelines/choose-mode.ts';
import { shardOfId } from '../../shared/ids/index.ts';
import type { Services } from '../services.ts';
import { FIRST_CELL, LAST_CELL } from './split-audience.ts';

export type ModeItem = OutboxItem & { work: Extract<OutboxWork, { topic: 'mode' }> };

/** Begins the change of mode that a source's audience asks for; until it ends, posts are pushed and pulled both. */
export async function changeModeIfDue(services: Services, source: SourceRow, now: number): Promise<void> {
  const { config, shards, ids, fanoutQueue } = services;
  const next = chooseModeChange(source.mode, source.cells, config.CELEBRITY_CELLS);
  if (!next) return;
  const outboxId = ids.next(shardOfId(source.id), now);
  const item = await beginModeChange(shards.forId(source.id), source, next, outboxId, now);
  await fanoutQueue.send(item);
}

/** Failed cells are tried again after this, once all the others have been told. */
const RETRY_SECONDS = 5;

/**
 * Tells every cell of the audience to read the source again, mode and all, then ends the change. One page of cells at a
 * time; the row notes how far it came, so that neither a cell that fails nor a crash has the others told again. A cell that
 * joins meanwhile either is in a page read here, or reads the new mode itself when it joins. Answers whether it is done.
 */
export async function syncMode({ config, shards, stubs, fanoutQueue }: Services, item: ModeItem): Promise<boolean> {
  const { sourceId } = item.work;
  const source = (await loadSources(shards, [sourceId])).get(sourceId);
  if (source?.mode !== 'to-pull' && source?.mode !== 'to-push') return true;
  const progress: ModeProgress = item.work.progress ?? { version: source.modeVersion, after: FIRST_CELL, failed: [] };
  // A later change has a row of its own.
  if (progress.version !== source.modeVersion) return true;
  const page = await listPage(shards, sourceId, progress, config.FANOUT_PAGE_CELLS);
  const isRetry = page.length === 0;
  const cells = isRetry ? progress.failed : page;
  const failed = await callEach(cells, (cellId) => stubs.cell(cellId).refreshSource(sourceId));
  if (isRetry && failed.length > 0 && failed.length === cells.length) throw new Error(`none of ${cells.length} cells`);
  const next = isRetry ? { ...progress, failed } : { ...progress, failed: [...progress.failed, ...failed] };
  if (page.length > 0 || progress.failed.length < config.FANOUT_PAGE_CELLS) {
    next.after = page.length < config.FANOUT_PAGE_CELLS ? null : (page.at(-1) ?? null);
  }
  if (next.after === null && next.failed.length === 0) {
    await endModeChange(shards.forId(sourceId), source);
    return true;
  }
  const work = { ...item.work, progress: next };
  await narrowWork(shards.forId(item.id), item.id, work);
  await fanoutQueue.send({ id: item.id, work }, { delaySeconds: next.after === null ? RETRY_SECONDS : 0 });
  return false;
}

/** The cells to tell next; none once every page was read, and while a pageful that failed has to be tried first. */
async function listPage(
  shards: ShardRouter,
  sourceId: string,
  { after, failed }: ModeProgress,
  size: number,
): Promise<string[]> {
  if (after === null || failed.length >= size) return [];
  const page = await listAudiencePage(shards.forId(sourceId), sourceId, after, LAST_CELL, size);
  return page.map(({ cellId }) => cellId);
}

/** Calls all of them at once, and answers which failed. */
async function callEach(cellIds: readonly string[], call: (cellId: string) => Promise<void>): Promise<string[]> {
  const results = await Promise.allSettled(cellIds.map(call));
  return cellIds.filter((_, index) => results[index]?.status === 'rejected');
}
