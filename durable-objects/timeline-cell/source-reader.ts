import { readSources } from '../../shared/db/posts/read-source.ts';
import type { ShardRouter } from '../../shared/db/shard-router.ts';
import type { TimelineEntry } from '../../shared/domain/timelines/merge-newest.ts';
import { LAST_ID } from '../../shared/ids/index.ts';
import type { CellMemory, SourceState } from './cell-memory.ts';
import { findStale, type HomeQuery, visibleSources } from './read-home.ts';
import { refreshSource } from './refresh-source.ts';
import type { UserState } from './user-state.ts';

type Options = {
  /** Entries kept of a source. */
  keep: number;
  /** How long what was read of a pulled source is taken as current. */
  freshMs: number;
  /** Told how many entries were read. */
  onRead(entries: number): void;
};

/** Brings sources from D1 into the cell, each at most once at a time. */
export class SourceReader {
  readonly #storage: DurableObjectStorage;
  readonly #memory: CellMemory;
  readonly #shards: ShardRouter;
  readonly #options: Options;
  readonly #reading = new Map<string, Promise<void>>();

  constructor(storage: DurableObjectStorage, memory: CellMemory, shards: ShardRouter, options: Options) {
    this.#storage = storage;
    this.#memory = memory;
    this.#shards = shards;
    this.#options = options;
  }

  /** What a user sees, each source read first if it has to be. */
  async freshSources(user: UserState): Promise<SourceState[]> {
    const sources = visibleSources(user);
    const stale = findStale(sources, Date.now());
    if (stale.length === 0) return sources;
    await this.#readOnce(stale.map(({ id }) => id));
    return visibleSources(user);
  }

  /** Reads sources again. */
  async read(sourceIds: readonly string[]): Promise<void> {
    const { keep, freshMs, onRead } = this.#options;
    const ranges = sourceIds.map((sourceId) => ({ sourceId, before: LAST_ID }));
    const snapshots = await readSources(this.#shards, ranges, keep);
    const freshUntil = Date.now() + freshMs;
    this.#storage.transactionSync(() => {
      for (const snapshot of snapshots) refreshSource(this.#storage.sql, this.#memory, snapshot, freshUntil);
    });
    onRead(snapshots.reduce((sum, { entries }) => sum + entries.length, 0));
  }

  /** What the cell let go of and belongs to this page, newest first a source. Nothing of it is kept. */
  async readGaps(gaps: readonly SourceState[], { before, limit }: HomeQuery): Promise<TimelineEntry[][]> {
    const ranges = gaps.map(({ id, completeFrom }) => ({
      sourceId: id,
      before: before !== null && before < completeFrom ? before : completeFrom,
    }));
    const older = await readSources(this.#shards, ranges, limit);
    return older.map(({ entries }) => entries);
  }

  async #readOnce(ids: readonly string[]): Promise<void> {
    const waiting = ids.map((id) => this.#reading.get(id)).filter((running) => running !== undefined);
    const idle = ids.filter((id) => !this.#reading.has(id));
    if (idle.length > 0) {
      const running = this.read(idle).finally(() => {
        for (const id of idle) this.#reading.delete(id);
      });
      for (const id of idle) this.#reading.set(id, running);
      waiting.push(running);
    }
    await Promise.all(waiting);
  }
}
