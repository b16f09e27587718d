import type { EntryChange } from '../timeline-cell/sync-entries.ts';
import type { TimelineCell } from '../timeline-cell/timeline-cell.ts';
import { Gather } from './gather.ts';
import { Pace } from './pace.ts';

/** Entries of one call to a cell. */
const MAX_ENTRIES = 200;
/** Cells that are remembered while they rest; beyond, those with nothing under way are let go. */
const MAX_RESTING = 1_000;

type Line = { gather: Gather<EntryChange, null>; pace: Pace; isIdle: boolean };

/**
 * Sends entries to cells. A cell has one call at a time: what comes meanwhile goes with the next, and a slow cell holds up
 * no other. A cell that is called often is called at a pace; see `Pace`.
 */
export class EntryDelivery {
  readonly #cells: DurableObjectNamespace<TimelineCell>;
  readonly #lines = new Map<string, Line>();

  constructor(cells: DurableObjectNamespace<TimelineCell>) {
    this.#cells = cells;
  }

  /** Settles when the cell has the entry, or has failed to take it. */
  send(cellId: string, change: EntryChange): Promise<unknown> {
    const { gather, pace } = this.#lineTo(cellId);
    return new Promise((resolve) => pace.whenDue(() => resolve(gather.submit(change))));
  }

  /** The same without a rest; what rests goes along. */
  sendAtOnce(cellId: string, change: EntryChange): Promise<unknown> {
    const { gather, pace } = this.#lineTo(cellId);
    pace.release();
    return gather.submit(change);
  }

  #lineTo(cellId: string): Line {
    let line = this.#lines.get(cellId);
    if (!line) {
      if (this.#lines.size >= MAX_RESTING) this.#forgetIdle();
      line = this.#openLine(cellId);
      this.#lines.set(cellId, line);
    }
    line.isIdle = false;
    return line;
  }

  #openLine(cellId: string): Line {
    const locationHint = cellId.slice(0, cellId.lastIndexOf('-')) as DurableObjectLocationHint;
    const cell = this.#cells.get(this.#cells.idFromName(cellId), { locationHint });
    const pace = new Pace();
    const line: Line = {
      pace,
      isIdle: false,
      gather: new Gather({
        max: MAX_ENTRIES,
        run: async (changes) => {
          pace.noteCall();
          await cell.syncEntries(changes);
          return changes.map(() => null);
        },
        onIdle: () => {
          line.isIdle = true;
        },
      }),
    };
    return line;
  }

  #forgetIdle(): void {
    for (const [cellId, { isIdle, pace }] of this.#lines) if (isIdle && !pace.isResting) this.#lines.delete(cellId);
  }
}
