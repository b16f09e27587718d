import type { TimelineEntry } from '../../shared/domain/timelines/merge-newest.ts';
import { CellMoved } from './cell-moved.ts';
import { DueLikers } from './due-likers.ts';
import { LikeLedger } from './like-ledger.ts';
import { loadSources } from './load-sources.ts';
import { type UserParts, UserState } from './user-state.ts';

/** Before a source's first backfill: nothing of it is known, and every id sorts below. */
export const NOTHING_YET = '~';
/** Everything a source ever published is held. */
export const EVERYTHING = '';
/** Newest marks of a user kept in memory; older ones are asked of SQLite. */
const MARKS_IN_MEMORY = 2_000;

export type SourceMode = 'push' | 'pull';
export type SourceState = {
  id: string;
  /** Oldest first. */
  entries: TimelineEntry[];
  completeFrom: string;
  mode: SourceMode;
  modeVersion: number;
  /** Of a pulled source: until when (Unix ms) what was read from D1 is taken as current. */
  freshUntil: number;
  /** The cell's change that this was changed by last. */
  changedAt: number;
};
export type Relation = { blocking: boolean; blockedBy: boolean; muting: boolean };
export type Marks = { ids: Set<string>; from: string };
/**
 * What a cell holds of its SQLite in memory. Users and sources are read when first needed; operations write SQLite
 * first, then here. Losing it at any moment costs a re-read.
 */
export class CellMemory {
  readonly #sql: SqlStorage;
  readonly #users = new Map<string, UserState>();
  readonly #sources = new Map<string, SourceState>();
  readonly #departures = new Map<string, string>();
  readonly pendingLikes: LikeLedger;
  readonly dueLikers: DueLikers;
  readonly #parts: UserParts = {
    loadSources: (userId) => this.#loadUserSources(userId),
    loadRelations: (userId) => this.#loadRelations(userId),
    loadMarks: (table, userId) => this.#loadMarks(table, userId),
  };
  #changes = 0;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    this.pendingLikes = new LikeLedger(sql);
    this.dueLikers = new DueLikers(sql);
    this.loadDepartures();
  }

  /** Reads again who left. */
  loadDepartures(): void {
    this.#departures.clear();
    for (const row of this.#sql.exec<{ user_id: string; cell_id: string }>('SELECT user_id, cell_id FROM departures')) {
      this.#departures.set(row.user_id, row.cell_id);
    }
  }

  /** How many changes timelines have seen: while it stands still, so does every home timeline of the cell. */
  get changes(): number {
    return this.#changes;
  }

  /** Notes that what a source holds, or whom a user sees, is no longer what it was. */
  noteChange(changed: { changedAt: number } | undefined): void {
    this.#changes += 1;
    if (changed) changed.changedAt = this.#changes;
  }

  /** Throws when the user left, or is on the way and so may not write. */
  requireWritable(userId: string): void {
    const cellId = this.#departures.get(userId);
    if (cellId !== undefined) throw new CellMoved(cellId);
  }

  /** Whether the user lives here and is not on the way. */
  isWritable(userId: string): boolean {
    return !this.#departures.has(userId);
  }

  /** Drops what is held of a user whose rows changed below; the next question reads them again. */
  forgetUser(userId: string): void {
    this.#users.delete(userId);
  }

  /** The user, whose parts are read from SQLite when first asked for. Throws when the user left. */
  user(userId: string): UserState {
    const cellId = this.#departures.get(userId);
    if (cellId) throw new CellMoved(cellId);
    let user = this.#users.get(userId);
    if (!user) {
      user = new UserState(userId, this.#changes, this.#parts);
      this.#users.set(userId, user);
    }
    return user;
  }

  /** The user, if something already asked for them. */
  loadedUser(userId: string): UserState | undefined {
    return this.#users.get(userId);
  }

  /** The user, if all that may be asked of them is in memory and they did not leave. */
  userInMemory(userId: string): UserState | undefined {
    const user = this.#departures.get(userId) ? undefined : this.#users.get(userId);
    return user?.isInMemory ? user : undefined;
  }

  source(sourceId: string): SourceState {
    if (!this.#sources.has(sourceId)) this.#loadSources([sourceId]);
    return this.#sources.get(sourceId) as SourceState;
  }

  loadedSource(sourceId: string): SourceState | undefined {
    return this.#sources.get(sourceId);
  }

  /** Reads a source again after SQLite changed below it, keeping the object that users point to. */
  refreshSource(sourceId: string): void {
    if (this.#sources.has(sourceId)) this.#refreshSources([sourceId]);
  }

  /** The same for all of them. */
  refreshAllSources(): void {
    this.#refreshSources([...this.#sources.values()].filter(({ mode }) => mode === 'push').map(({ id }) => id));
  }

  #refreshSources(sourceIds: readonly string[]): void {
    for (const stored of loadSources(this.#sql, sourceIds)) {
      const source = this.#sources.get(stored.id);
      if (!source) continue;
      Object.assign(source, stored, { freshUntil: 0 });
      this.noteChange(source);
    }
  }

  #loadUserSources(userId: string): Map<string, SourceState> {
    const followed = this.#followedSources(userId);
    this.#loadSources(followed.filter((id) => !this.#sources.has(id)));
    // The source's own string as key: a row's would cost 32 bytes more an edge.
    return new Map(followed.map((id) => this.source(id)).map((source) => [source.id, source]));
  }

  #loadRelations(userId: string): Map<string, Relation> {
    const rows = this.#sql.exec<{ other_id: string; blocking: number; blocked_by: number; muting: number }>(
      'SELECT other_id, blocking, blocked_by, muting FROM relations WHERE user_id = ?',
      userId,
    );
    const relations = new Map<string, Relation>();
    for (const { other_id, blocking, blocked_by, muting } of rows) {
      relations.set(other_id, { blocking: blocking === 1, blockedBy: blocked_by === 1, muting: muting === 1 });
    }
    return relations;
  }

  #loadMarks(table: 'likes' | 'saves', userId: string): Marks {
    const rows = this.#sql
      .exec<{ post_id: string }>(
        `SELECT post_id FROM ${table} WHERE user_id = ? ORDER BY post_id DESC LIMIT ${MARKS_IN_MEMORY}`,
        userId,
      )
      .toArray();
    const full = rows.length === MARKS_IN_MEMORY;
    return { ids: new Set(rows.map(({ post_id }) => post_id)), from: full ? (rows.at(-1)?.post_id ?? '') : '' };
  }

  /** Everyone follows themselves, so that their own source counts as followed here. */
  #followedSources(userId: string): string[] {
    const [row] = this.#sql
      .exec<{ ids: string }>(
        `SELECT json_group_array(source_id) AS ids FROM edges WHERE user_id = ? AND state = 'following'`,
        userId,
      )
      .toArray();
    const followed: string[] = row ? JSON.parse(row.ids) : [];
    if (followed.includes(userId)) return followed;
    this.#sql.exec(
      `INSERT OR IGNORE INTO edges (user_id, source_id, state, version) VALUES (?1, ?1, 'following', 1)`,
      userId,
    );
    return [userId, ...followed];
  }

  /** Nothing was made of these sources before, so reading them changes nothing. */
  #loadSources(sourceIds: readonly string[]): void {
    for (const stored of loadSources(this.#sql, sourceIds)) {
      this.#sources.set(stored.id, { ...stored, changedAt: this.#changes, freshUntil: 0 });
    }
  }
}
