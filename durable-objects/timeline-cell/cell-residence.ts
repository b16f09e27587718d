import type { LikeAct, LikeOutcome } from '../../shared/domain/likes/like-act.ts';
import {
  type Joined,
  type RecalledPage,
  type ResidentCell,
  residentCells,
} from '../../shared/domain/timelines/resident-cells.ts';
import type { GroupCommit } from './group-commit.ts';
import type { HomeReader } from './home-reader.ts';

/** The cell as Workers of its isolate see it. Nothing here may touch storage: that belongs to calls of the object. */
export class CellResidence implements ResidentCell {
  readonly #cellId: string;
  readonly #home: HomeReader;
  readonly #likes: GroupCommit<LikeAct, LikeOutcome>;

  constructor(cellId: string, home: HomeReader, likes: GroupCommit<LikeAct, LikeOutcome>) {
    this.#cellId = cellId;
    this.#home = home;
    this.#likes = likes;
    residentCells.leave(cellId);
  }

  /** Called within a call to the object: by that it is the one that the platform knows under its name. */
  renew(): void {
    residentCells.renew(this.#cellId, this, Date.now());
  }

  recallHome(userId: string, limit: number, now: number): RecalledPage | undefined {
    return this.#home.recallHome(userId, limit, now);
  }

  recallRanked(userId: string, limit: number, now: number): RecalledPage | undefined {
    return this.#home.recallRanked(userId, limit, now);
  }

  noteAnswered(): void {
    this.#home.pages.hits += 1;
  }

  joinLike(act: LikeAct): Joined<LikeOutcome> | undefined {
    return this.#likes.join(act);
  }
}
