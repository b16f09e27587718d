import type { EntryChange } from '../../durable-objects/timeline-cell/sync-entries.ts';
import type { AudienceCell } from '../../shared/db/follows/list-audience.ts';
import type { EntryRow } from '../../shared/db/posts/list-entries.ts';

/** One call to one cell: the entries of every post of the batch that its users may see, and the work it serves. */
export type Delivery = { cellId: string; changes: EntryChange[]; outboxIds: Set<string> };

export type PostWork = { outboxId: string; entry: EntryRow; cells: readonly string[] };

/** Groups a batch by cell: however many posts there are, a cell is called once. */
export function planDeliveries(works: readonly PostWork[]): Delivery[] {
  const byCell = new Map<string, Delivery>();
  for (const { outboxId, entry, cells } of works) {
    const change = toChange(entry);
    for (const cellId of cells) {
      let delivery = byCell.get(cellId);
      if (!delivery) {
        delivery = { cellId, changes: [], outboxIds: new Set() };
        byCell.set(cellId, delivery);
      }
      delivery.changes.push(change);
      delivery.outboxIds.add(outboxId);
    }
  }
  return [...byCell.values()];
}

/** The first works that call at most `mostCells` cells together, one at least; a cell of several works is called once. */
export function takeWithin<Work extends Pick<PostWork, 'cells'>>(
  works: readonly Work[],
  mostCells: number,
): { taken: Work[]; left: Work[] } {
  const cells = new Set<string>();
  const [taken, left]: [Work[], Work[]] = [[], []];
  for (const work of works) {
    const added = work.cells.filter((cellId) => !cells.has(cellId));
    if (taken.length > 0 && cells.size + added.length > mostCells) {
      left.push(work);
      continue;
    }
    for (const cellId of added) cells.add(cellId);
    taken.push(work);
  }
  return { taken, left };
}

/** The cells of each source. */
export function groupAudience(rows: readonly AudienceCell[]): Map<string, string[]> {
  const bySource = new Map<string, string[]>();
  for (const { sourceId, cellId } of rows) {
    const cells = bySource.get(sourceId);
    if (cells) cells.push(cellId);
    else bySource.set(sourceId, [cellId]);
  }
  return bySource;
}

/** An entry as cells take it: a repost names the post that it shows. */
export function toChange(entry: EntryRow): EntryChange {
  const { sourceId, entryId, postId, targetId, targetAuthorId, revision, state } = entry;
  const change = { sourceId, entryId, postId: targetId ?? postId, revision, present: state === 'published' };
  return targetAuthorId ? { ...change, authorId: targetAuthorId } : change;
}
