import type { CellMemory } from './cell-memory.ts';
import { type ReportTargets, reportLikes } from './report-likes.ts';

/**
 * Likes are gathered about this long before they are reported: one write a post and interval, however many like it. Cells
 * that one post wakes together draw different times, so that they do not come to its database together.
 */
const LIKE_REPORT_MS = 1_000;
const SPREAD = 0.25;
/** What one report does not hold follows after this: the database serves others in between. */
const REST_MS = 100;

/** Reports likes by the cell's alarm, as long as something is due. */
export class LikeReporter {
  readonly #ctx: DurableObjectState;
  readonly #memory: CellMemory;
  readonly #targets: Omit<ReportTargets, 'cellId'>;
  #alarmSet = false;

  constructor(ctx: DurableObjectState, memory: CellMemory, targets: Omit<ReportTargets, 'cellId'>) {
    this.#ctx = ctx;
    this.#memory = memory;
    this.#targets = targets;
  }

  /** Sees to it that what is due will be reported. */
  async wake(afterMs = LIKE_REPORT_MS * (1 + SPREAD * (2 * Math.random() - 1))): Promise<void> {
    const { pendingLikes, dueLikers } = this.#memory;
    if (this.#alarmSet || !(pendingLikes.isBusy || dueLikers.isBusy)) return;
    this.#alarmSet = true;
    await this.#ctx.storage.setAlarm(Date.now() + afterMs);
  }

  /** The same when the object begins to run: a crash may have come between a like and its alarm. */
  async resume(): Promise<void> {
    const { pendingLikes, dueLikers } = this.#memory;
    if (!pendingLikes.isBusy && !dueLikers.isBusy) return;
    if ((await this.#ctx.storage.getAlarm()) === null) await this.wake();
  }

  /** Reports what is due, a report's worth; the rest and what fails stays due for the next alarm. */
  async run(): Promise<void> {
    this.#alarmSet = false;
    const { pendingLikes, dueLikers } = this.#memory;
    const cellId = this.#ctx.id.name;
    if (!cellId) throw new Error('a timeline cell is reached by its name');
    const { sql } = this.#ctx.storage;
    let rest = false;
    try {
      rest = await reportLikes(sql, this.#memory, { ...this.#targets, cellId }, Date.now());
      pendingLikes.prune(Date.now());
      dueLikers.load();
    } finally {
      await (rest ? this.wake(REST_MS) : this.wake());
    }
  }
}
