import type { LikeAct, LikeOutcome } from '../likes/like-act.ts';

/** A page as a cell wrote it: the same object while the page is the same, so that what is made of it can be kept by it. */
export type RecalledPage = {
  readonly text: string;
  /** What a Worker of this isolate made of it; see `decodeOnce`. */
  decoded?: unknown;
};

/** A write that went along with a commit of a cell. `lookAt`: when that is most likely over (Unix ms). */
export type Joined<Output> = { lookAt: number } & ({ is: 'waiting' | 'failed' } | { is: 'done'; output: Output });

/** What a cell does for Workers beside its calls: from memory alone. Undefined when that is not enough. */
export interface ResidentCell {
  /** A first page that the cell has at hand. Looking is not counted, answering with it is: see `noteAnswered`. */
  recallHome(userId: string, limit: number, now: number): RecalledPage | undefined;
  recallRanked(userId: string, limit: number, now: number): RecalledPage | undefined;
  noteAnswered(): void;
  joinLike(act: LikeAct): Joined<LikeOutcome> | undefined;
}

/**
 * A cell is read beside its calls for this long after one reached it. The platform delivers calls to the one live instance
 * of an object only, so an instance that was replaced elsewhere is not read for longer than this.
 */
export const LEASE_MS = 1_000;

type Residence = { cell: WeakRef<ResidentCell>; until: number };

/**
 * Cells that run in this isolate, by name. Where Worker and object share an isolate, as they do in workerd, a page that the
 * cell has at hand is read without a call, which would cost as much as the rest of the answer.
 */
export class ResidentCells {
  readonly #cells = new Map<string, Residence>();

  /** Notes, within a call to the cell, that it lives here. */
  renew(cellId: string, cell: ResidentCell, now: number): void {
    const known = this.#cells.get(cellId);
    if (known && known.cell.deref() === cell) known.until = now + LEASE_MS;
    else this.#cells.set(cellId, { cell: new WeakRef(cell), until: now + LEASE_MS });
  }

  /** Forgets what lived here under this name: a new instance begins. */
  leave(cellId: string): void {
    this.#cells.delete(cellId);
  }

  /** The cell, if a call reached it a moment ago. `now` is Unix ms. */
  find(cellId: string, now: number): ResidentCell | undefined {
    const residence = this.#cells.get(cellId);
    return residence && now < residence.until ? residence.cell.deref() : undefined;
  }
}

/** Those of this isolate. */
export const residentCells = new ResidentCells();
