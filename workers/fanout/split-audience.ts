import type { OutboxItem } from '../../shared/db/outbox/outbox-work.ts';
import { splitWork } from '../../shared/db/outbox/settle-work.ts';
import { shardOfId } from '../../shared/ids/index.ts';
import type { Services } from '../services.ts';
import { sendWork } from './send-work.ts';
import type { PostItem } from './sync-posts.ts';

/** Below and above every cell id. */
export const FIRST_CELL = '';
export const LAST_CELL = '~';

/**
 * Replaces a post's outbox row by one a page of its audience, and sends a message for each. Pages are ranges of cell
 * ids, so that a cell which joins meanwhile is in one of them; each page is retried alone.
 */
export async function splitAudience(
  { config, shards, ids, fanoutQueue }: Services,
  { id, work }: PostItem,
  cells: readonly string[],
  now: number,
): Promise<void> {
  const parts: OutboxItem[] = pageRanges(cells, config.FANOUT_PAGE_CELLS).map((range) => ({
    id: ids.next(shardOfId(id), now),
    work: { ...work, cells: range },
  }));
  if (!(await splitWork(shards.forId(id), id, parts, now))) return;
  await sendWork(fanoutQueue, parts);
}

/** Ranges (exclusive, inclusive) that hold at most `size` of the cells each, and together every cell id there can be. */
export function pageRanges(cells: readonly string[], size: number): { after: string; through: string }[] {
  const sorted = cells.toSorted();
  const ranges: { after: string; through: string }[] = [];
  let after = FIRST_CELL;
  for (let end = size; end < sorted.length; end += size) {
    const through = sorted[end - 1] ?? LAST_CELL;
    ranges.push({ after, through });
    after = through;
  }
  return [...ranges, { after, through: LAST_CELL }];
}
