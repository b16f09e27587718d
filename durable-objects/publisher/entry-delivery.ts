import type { EntryChange } from '../timeline-cell/sync-entries.ts';
import type { TimelineCell } from '../timeline-cell/timeline-cell.ts';
import { Gather } from './gather.ts';

/** Entries of one call to a cell. */
const MAX_ENTRIES = 200;

/**
 * Sends entries to cells. A cell has one call at a time: what comes meanwhile goes with the next, and a slow cell holds up
 * no other.
 */
export class EntryDelivery {
  readonly #cells: DurableObjectNamespace<TimelineCell>;
  readonly #running = new Map<string, Gather<EntryChange, null>>();

  constructor(cells: DurableObjectNamespace<TimelineCell>) {
    this.#cells = cells;
  }

  /** Settles when the cell has the entry, or has failed to take it. */
  async send(cellId: string, change: EntryChange): Promise<void> {
    await this.#gatherFor(cellId).submit(change);
  }

  #gatherFor(cellId: string): Gather<EntryChange, null> {
    let gather = this.#running.get(cellId);
    if (!gather) {
      const locationHint = cellId.slice(0, cellId.lastIndexOf('-')) as DurableObjectLocationHint;
      const cell = this.#cells.get(this.#cells.idFromName(cellId), { locationHint });
      gather = new Gather({
        max: MAX_ENTRIES,
        run: async (changes) => {
          await cell.syncEntries(changes);
          return changes.map(() => null);
        },
        onIdle: () => this.#running.delete(cellId),
      });
      this.#running.set(cellId, gather);
    }
    return gather;
  }
}
