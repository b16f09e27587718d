/** A cell that was called this often within `BUSY_MS` is called at a pace. */
const BUSY_CALLS = 5;
const BUSY_MS = 100;
/** From one call to the next, for a busy cell. */
const PACE_MS = 50;

/**
 * When a cell may be called again. A call ends in a commit that waits for the disk, so a cell that many posts reach is told
 * of them together, 50 ms after it was called last; one that few reach is told at once.
 */
export class Pace {
  /** When the last `BUSY_CALLS` calls began (Unix ms), oldest first. */
  readonly #calls: number[] = [];
  #resting: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  get isResting(): boolean {
    return this.#resting.length > 0;
  }

  noteCall(now = Date.now()): void {
    this.#calls.push(now);
    if (this.#calls.length > BUSY_CALLS) this.#calls.shift();
  }

  /** Runs `go` when a call is due: now, unless the cell is busy. */
  whenDue(go: () => void, now = Date.now()): void {
    const left = this.#restLeft(now);
    if (left <= 0 && !this.isResting) {
      go();
      return;
    }
    this.#resting.push(go);
    this.#timer ??= setTimeout(() => this.release(), left);
  }

  /** Ends a rest: whatever waited goes now. */
  release(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const go of this.#resting.splice(0)) go();
  }

  #restLeft(now: number): number {
    const [first] = this.#calls;
    const last = this.#calls.at(-1);
    if (first === undefined || last === undefined) return 0;
    const isBusy = this.#calls.length === BUSY_CALLS && now - first < BUSY_MS;
    return isBusy ? last + PACE_MS - now : 0;
  }
}
