import type { CellMemory, UserState } from './cell-memory.ts';
import { type HomeStamp, isStill } from './home-stamp.ts';
import type { RankedOrder } from './rank-candidates.ts';
import type { Ranking } from './ranking.ts';
import { findHomeOrder } from './reuse-order.ts';

/** The first page of a user's ranked feed as it went to the Worker, kept while its order is, and nothing shown on it changes. */
export type RankedHead = { limit: number; order: RankedOrder; text: string; stamp: HomeStamp; likesAt: number };

/** The kept first page, if reading it anew would give the same. */
export function recallRanked(
  ranking: Ranking,
  memory: CellMemory,
  user: UserState,
  limit: number,
  now: number,
): string | undefined {
  const { head } = ranking.state(user);
  if (!head || head.limit !== limit || head.likesAt !== memory.pendingLikes.changes) return undefined;
  if (!isStill(memory, user, head.stamp, now) || findHomeOrder(ranking, user, now) !== head.order) return undefined;
  return head.text;
}

/** Keeps a first page that was read of the order held now, whose sources looked as `stamp` says. */
export function keepRanked(
  ranking: Ranking,
  memory: CellMemory,
  user: UserState,
  page: { limit: number; text: string; stamp: HomeStamp; now: number },
): void {
  const order = findHomeOrder(ranking, user, page.now);
  const { limit, text, stamp } = page;
  ranking.state(user).head = order && { limit, order, text, stamp, likesAt: memory.pendingLikes.changes };
}
