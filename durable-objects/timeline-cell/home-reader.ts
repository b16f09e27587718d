import type { LayerCounts } from '../../shared/domain/caching/layer-counts.ts';
import { encodeRankedPage } from '../../shared/domain/ranking/ranked-page.ts';
import { mergeNewest } from '../../shared/domain/timelines/merge-newest.ts';
import type { CellMemory } from './cell-memory.ts';
import { type DescribedPage, describeNow, recallHead } from './home-head.ts';
import { takeStamp } from './home-stamp.ts';
import { keepRanked, recallRanked } from './ranked-head.ts';
import type { Ranking } from './ranking.ts';
import { describePage, findGaps, type HomeQuery, readHeld } from './read-home.ts';
import { type RankedQuery, readRanked } from './read-ranked.ts';
import type { SourceReader } from './source-reader.ts';
import type { UserState } from './user-state.ts';

/** Reads the home timelines of a cell's users, in time order and ranked. */
export class HomeReader {
  /** First pages that were at hand, and that were not. */
  readonly pages: LayerCounts = { hits: 0, misses: 0 };
  readonly #ctx: DurableObjectState;
  readonly #sql: SqlStorage;
  readonly #memory: CellMemory;
  readonly #ranking: Ranking;
  readonly #sources: SourceReader;

  constructor(ctx: DurableObjectState, memory: CellMemory, ranking: Ranking, sources: SourceReader) {
    this.#ctx = ctx;
    this.#sql = ctx.storage.sql;
    this.#memory = memory;
    this.#ranking = ranking;
    this.#sources = sources;
  }

  readHome(userId: string, before: string | null, limit: number): string | Promise<string> {
    const user = this.#memory.user(userId);
    const page =
      before === null ? this.#counted(recallHead(this.#sql, this.#memory, user, limit, Date.now())) : undefined;
    return page?.text ?? this.#mergeHome(user, { before, limit });
  }

  readRanked(userId: string, cursor: string | null, limit: number, now: number): string | Promise<string> {
    const user = this.#memory.user(userId);
    const page =
      cursor === null
        ? this.#counted(recallRanked(this.#sql, this.#memory, this.#ranking, user, limit, now))
        : undefined;
    return page?.text ?? this.#rankPage(user, { cursor, limit, now });
  }

  /** The kept first page of a user, if memory alone says it: storage is not touched. */
  recallHome(userId: string, limit: number, now: number): DescribedPage | undefined {
    const user = this.#memory.userInMemory(userId);
    return user && recallHead(this.#sql, this.#memory, user, limit, now);
  }

  /** The same of the ranked feed. */
  recallRanked(userId: string, limit: number, now: number): DescribedPage | undefined {
    const user = this.#memory.userInMemory(userId);
    return user && recallRanked(this.#sql, this.#memory, this.#ranking, user, limit, now);
  }

  #counted<Page extends DescribedPage | undefined>(page: Page): Page {
    this.pages[page ? 'hits' : 'misses'] += 1;
    return page;
  }

  async #mergeHome(user: UserState, query: HomeQuery): Promise<string> {
    const sources = await this.#sources.freshSources(user);
    const stamp = takeStamp(this.#memory, sources);
    const held = readHeld(sources, query);
    const gaps = findGaps(sources, held, query.limit);
    if (gaps.length > 0) {
      const older = await this.#sources.readGaps(gaps, query);
      const lists = [held.toReversed(), ...older.map((entries) => entries.toReversed())];
      return describePage(this.#sql, this.#memory, user, mergeNewest(lists, null, query.limit));
    }
    const page = describeNow(this.#memory, describePage(this.#sql, this.#memory, user, held));
    if (query.before === null) user.head = { limit: query.limit, entries: held, stamp, page };
    return page.text;
  }

  async #rankPage(user: UserState, query: RankedQuery): Promise<string> {
    const { cursor, limit, now } = query;
    const sources = await this.#sources.freshSources(user);
    const stamp = takeStamp(this.#memory, sources);
    const ranked = await readRanked(this.#ranking, user, sources, query);
    const loading = this.#ranking.facts.fill(now);
    if (loading) this.#ctx.waitUntil(loading);
    const skeleton = describePage(this.#sql, this.#memory, user, ranked.entries);
    const page = describeNow(this.#memory, encodeRankedPage({ ...ranked, skeleton }));
    if (cursor === null) keepRanked(this.#ranking, user, { limit, now, ranked, page, stamp });
    return page.text;
  }
}
