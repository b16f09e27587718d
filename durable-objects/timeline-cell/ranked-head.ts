import { encodeRankedPage } from '../../shared/domain/ranking/ranked-page.ts';
import type { CellMemory } from './cell-memory.ts';
import { type DescribedPage, describeAgain } from './home-head.ts';
import { type HomeStamp, isStill } from './home-stamp.ts';
import type { RankedOrder } from './rank-candidates.ts';
import type { Ranking } from './ranking.ts';
import { describePage } from './read-home.ts';
import type { RankedEntries } from './read-ranked.ts';
import { findHomeOrder } from './reuse-order.ts';
import type { UserState } from './user-state.ts';

/** The first page of a user's ranked feed, kept while its order is, and nothing shown on it changes. */
export type RankedHead = {
  limit: number;
  order: RankedOrder;
  ranked: RankedEntries;
  stamp: HomeStamp;
  page: DescribedPage;
};

/** The kept first page for the way to the Worker, if ranking anew would give the same. */
export function recallRanked(
  sql: SqlStorage,
  memory: CellMemory,
  ranking: Ranking,
  user: UserState,
  limit: number,
  now: number,
): DescribedPage | undefined {
  const { head } = ranking.state(user);
  if (!head || head.limit !== limit) return undefined;
  if (!isStill(memory, user, head.stamp, now) || findHomeOrder(ranking, user, now) !== head.order) return undefined;
  head.page = describeAgain(memory, head.page, () =>
    encodeRankedPage({ ...head.ranked, skeleton: describePage(sql, memory, user, head.ranked.entries) }),
  );
  return head.page;
}

/** Keeps a first page that was read of the order held now, whose sources looked as `stamp` says. */
export function keepRanked(
  ranking: Ranking,
  user: UserState,
  { now, ...kept }: Omit<RankedHead, 'order'> & { now: number },
): void {
  const order = findHomeOrder(ranking, user, now);
  ranking.state(user).head = order && { ...kept, order };
}
