import type { Snapshot } from '../../shared/domain/ranking/ranked-cursor.ts';
import type { TimelineEntry } from '../../shared/domain/timelines/merge-newest.ts';
import type { SourceState } from './cell-memory.ts';
import { type Candidates, findLost, gatherNewest, gatherSnapshot } from './gather-candidates.ts';
import { type RankedOrder, rankCandidates } from './rank-candidates.ts';
import type { Ranking } from './ranking.ts';
import type { UserState } from './user-state.ts';

/** An order to take a page from; `refound` are entries of it that the cell itself no longer holds. */
export type RankedNow = { order: RankedOrder; refound: ReadonlySet<string> };

/** An order with what it was made from; `home` of the newest candidates, else of an older snapshot. */
export type HeldOrder = {
  order: RankedOrder;
  home: boolean;
  candidates: Candidates;
  gatheredAt: number;
  survey: Survey;
  circle: number;
  acts: number;
  /** How many orders before it, one after the other, lacked facts. */
  lacking: number;
};

/** What the sources held. A delivery or a deletion changes it; both at once may not, which `GATHER_MS` makes good. */
type Survey = { entries: number; newest: string };

const NOTHING_LOST: ReadonlySet<string> = new Set();
/** Gathering 500 candidates costs as much as scoring them: while nothing came or went they are gathered this often. */
const GATHER_MS = 5 * 60_000;
/**
 * An order that lacks facts is made again after this while they arrive, then after twice as long and so on: a cold cell, or
 * one whose users follow more than memory holds, would rank on every read.
 */
const INFORM_MS = 5_000;
/** Entries of a source that are read again from D1 at most, when the cell let go of them during a scroll. */
const MAX_REFOUND = 500;

/**
 * The order of a first page: the held one while it is young and nothing that it was made from changed, else a new one.
 * Ranking 500 candidates takes some tenths of a millisecond, looking whether it is needed a few microseconds.
 */
export function rankHome(ranking: Ranking, user: UserState, sources: readonly SourceState[], now: number): RankedNow {
  const state = ranking.state(user);
  const survey = surveyOf(sources);
  const held = state.order;
  if (held?.home && held.acts === state.acts && isCurrent(ranking, user, held, survey, now)) {
    return { order: held.order, refound: NOTHING_LOST };
  }
  const same = held?.home && isUnchanged(held, survey, state.circle) && now - held.gatheredAt < GATHER_MS;
  const { candidates, gatheredAt } = same
    ? held
    : { candidates: gatherNewest(sources, ranking.model.candidates), gatheredAt: now };
  return keepOrder(ranking, user, { home: true, candidates, gatheredAt, survey }, now);
}

/** The held order of a first page, whose sources did not change, if it is young and the user did nothing since. */
export function findHomeOrder(ranking: Ranking, user: UserState, now: number): RankedOrder | undefined {
  const { order: held, acts, circle } = ranking.state(user);
  if (!held?.home || held.acts !== acts || held.circle !== circle || !isYoung(ranking, user, held, now))
    return undefined;
  return held.order;
}

/** The order of a snapshot's following pages. The user's acts since then do not shuffle what they scroll through. */
export async function rankSnapshot(
  ranking: Ranking,
  user: UserState,
  sources: readonly SourceState[],
  snapshot: Snapshot,
  now: number,
): Promise<RankedNow> {
  const refound = await readLost(ranking, sources, snapshot);
  const state = ranking.state(user);
  const survey = surveyOf(sources);
  const held = state.order;
  if (refound.length > 0) {
    const order = rankCandidates(ranking, user, gatherSnapshot(sources, snapshot, refound), now);
    return { order, refound: new Set(refound.map(({ id }) => id)) };
  }
  if (held && isOf(held, snapshot) && isCurrent(ranking, user, held, survey, now)) {
    return { order: held.order, refound: NOTHING_LOST };
  }
  const candidates = gatherSnapshot(sources, snapshot, []);
  return keepOrder(ranking, user, { home: false, candidates, gatheredAt: now, survey }, now);
}

function keepOrder(
  ranking: Ranking,
  user: UserState,
  made: Pick<HeldOrder, 'home' | 'candidates' | 'gatheredAt' | 'survey'>,
  now: number,
): RankedNow {
  const state = ranking.state(user);
  const order = rankCandidates(ranking, user, made.candidates, now);
  const { circle, acts, order: last } = state;
  state.order = { order, ...made, circle, acts, lacking: last && last.order.missing.length > 0 ? last.lacking + 1 : 0 };
  return { order, refound: NOTHING_LOST };
}

function isUnchanged({ survey: made, circle: madeFor }: HeldOrder, survey: Survey, circle: number): boolean {
  return made.entries === survey.entries && made.newest === survey.newest && madeFor === circle;
}

function isCurrent(ranking: Ranking, user: UserState, held: HeldOrder, survey: Survey, now: number): boolean {
  return isUnchanged(held, survey, ranking.state(user).circle) && isYoung(ranking, user, held, now);
}

function isYoung(ranking: Ranking, user: UserState, { order, lacking }: HeldOrder, now: number): boolean {
  const ageMs = now - order.scoredAt;
  if (ageMs >= ranking.model.reuseMs) return false;
  if (ageMs < INFORM_MS * 2 ** lacking) return true;
  if (order.taste !== ranking.state(user).taste?.taste) return false;
  return !order.missing.some((postId) => ranking.facts.has(postId));
}

function isOf({ order: { snapshot } }: HeldOrder, { top, floor, cuts, salt }: Snapshot): boolean {
  return snapshot.top === top && snapshot.floor === floor && snapshot.cuts === cuts && snapshot.salt === salt;
}

function surveyOf(sources: readonly SourceState[]): Survey {
  let entries = 0;
  let newest = '';
  for (const source of sources) {
    const { length } = source.entries;
    entries += length;
    const last = source.entries[length - 1];
    if (last && last.id > newest) newest = last.id;
  }
  return { entries, newest };
}

/** Entries of the snapshot that the cell let go of since, because its sources went on publishing. */
async function readLost(
  ranking: Ranking,
  sources: readonly SourceState[],
  snapshot: Snapshot,
): Promise<TimelineEntry[]> {
  const lost = findLost(sources, snapshot);
  if (lost.length === 0) return [];
  const from = new Map(lost.map((range) => [range.sourceId, range.from]));
  const found = await ranking.loadOlder(lost, MAX_REFOUND);
  return found.flatMap(({ sourceId, entries }) =>
    entries.filter(({ id }) => id >= (from.get(sourceId) ?? '') && id <= snapshot.top),
  );
}
