import type { AttemptSlot } from '../../shared/domain/limits/take-slotted-attempt.ts';
import type { Marks, Relation, SourceState } from './cell-memory.ts';
import type { HomeHead } from './home-head.ts';
import type { RankState } from './ranking.ts';

/** Reads the parts of a user from SQLite. */
export type UserParts = {
  loadSources(userId: string): Map<string, SourceState>;
  loadRelations(userId: string): Map<string, Relation>;
  loadMarks(table: 'likes' | 'saves', userId: string): Marks;
};

/** A user in memory. Each part is read when it is first needed: who only likes needs no timeline. */
export class UserState {
  readonly id: string;
  /** The cell's change by which the sources or relations were changed last. */
  changedAt: number;
  head: HomeHead | undefined;
  /** Of `Ranking`, `AffinityStore`, `SeenStore` and `AttemptLog`, which read and write them. */
  rank: RankState | undefined;
  affinities: Map<string, number> | undefined;
  seen: Uint32Array | undefined;
  /** By action. */
  attempts: Map<string, AttemptSlot[]> | undefined;
  readonly #parts: UserParts;
  #sources: Map<string, SourceState> | undefined;
  #relations: Map<string, Relation> | undefined;
  #liked: Marks | undefined;
  #saved: Marks | undefined;

  constructor(id: string, changedAt: number, parts: UserParts) {
    this.id = id;
    this.changedAt = changedAt;
    this.#parts = parts;
  }

  /** Followed sources and the user's own. */
  get sources(): Map<string, SourceState> {
    this.#sources ??= this.#parts.loadSources(this.id);
    return this.#sources;
  }

  get relations(): Map<string, Relation> {
    this.#relations ??= this.#parts.loadRelations(this.id);
    return this.#relations;
  }

  get liked(): Marks {
    this.#liked ??= this.#parts.loadMarks('likes', this.id);
    return this.#liked;
  }

  get saved(): Marks {
    this.#saved ??= this.#parts.loadMarks('saves', this.id);
    return this.#saved;
  }

  /** Whether nothing of the user is in SQLite alone. */
  get isInMemory(): boolean {
    if (!this.#sources || !this.#relations) return false;
    return this.#liked?.from === '' && this.#saved?.from === '';
  }
}
