import type { FeedReason } from '../../shared/contracts/index.ts';
import { pickPage } from '../../shared/domain/ranking/pick-page.ts';
import { decodeRankedPlace, encodeRankedPlace, type Snapshot } from '../../shared/domain/ranking/ranked-cursor.ts';
import { packShown, SHOWN_WIDTH, unpackShown } from '../../shared/domain/ranking/shown-posts.ts';
import { lastBelow, type TimelineEntry } from '../../shared/domain/timelines/merge-newest.ts';
import { isLeftOut } from '../../shared/domain/visibility/can-see-posts.ts';
import { LAST_ID } from '../../shared/ids/index.ts';
import type { SourceState } from './cell-memory.ts';
import type { Ranking } from './ranking.ts';
import { type OlderPlace, readOlder } from './read-older.ts';
import { type RankedNow, rankHome, rankSnapshot } from './reuse-order.ts';
import type { UserState } from './user-state.ts';

/** `cursor` is null for the first page, else one that this feed gave out. */
export type RankedQuery = { cursor: string | null; limit: number; now: number };

/** A page before it is described: entries with the reason of each, how many came before, and where it goes on. */
export type RankedEntries = {
  entries: TimelineEntry[];
  reasons: FeedReason[];
  position: number;
  nextCursor: string | null;
};

/** Posts that a cursor can name: 3,200 of its 4,096 characters. What newcomers push past it waits for a new first page. */
const MAX_SHOWN = 800;

/**
 * A page of a user's ranked feed. The first page draws a snapshot; the following ones show what of it was not shown yet,
 * best first, and then everything older in time order. Nothing is kept between pages but what saves work.
 */
export async function readRanked(
  ranking: Ranking,
  user: UserState,
  sources: readonly SourceState[],
  { cursor, limit, now }: RankedQuery,
): Promise<RankedEntries> {
  const place = cursor === null ? null : decodeRankedPlace(cursor);
  if (place?.phase === 'older') return readOlderPage(ranking, user, sources, place, place.position, limit);
  const ranked = place
    ? await rankSnapshot(ranking, user, sources, place.snapshot, now)
    : rankHome(ranking, user, sources, now);
  const shownText = place?.shown ?? '';
  const position = shownText.length / SHOWN_WIDTH;
  const page = pickEntries(ranking, user, ranked, {
    shown: unpackShown(shownText),
    position,
    lastAuthor: place?.lastAuthor ?? '',
    limit,
  });
  const { snapshot } = ranked.order;
  if (page.more && position + page.entries.length < MAX_SHOWN) {
    const lastAuthor = page.entries.at(-1)?.sourceId ?? '';
    const shown = shownText + page.shown;
    return { ...page, position, nextCursor: encodeRankedPlace({ phase: 'ranked', snapshot, shown, lastAuthor }) };
  }
  return followWithOlder(ranking, user, sources, snapshot, { ...page, position, nextCursor: null }, limit);
}

type Wanted = { shown: ReadonlySet<number>; position: number; lastAuthor: string; limit: number };

function pickEntries(ranking: Ranking, user: UserState, { order, refound }: RankedNow, wanted: Wanted) {
  const { entries: queue, prints } = order;
  const current = new Map<number, TimelineEntry>();
  const mayShow = (index: number): boolean => {
    if (wanted.shown.has(prints[index] ?? -1)) return false;
    const candidate = queue[index] as TimelineEntry;
    const entry = refound.has(candidate.id) ? candidate : findHeld(user, candidate);
    if (entry) current.set(index, entry);
    return entry !== undefined;
  };
  const { picks, more } = pickPage(
    { length: queue.length, authorOf: (index) => queue[index]?.sourceId ?? '', fresh: order.fresh },
    mayShow,
    { ...wanted, freshEvery: ranking.model.freshEvery },
  );
  return {
    entries: picks.map((index) => current.get(index) as TimelineEntry),
    reasons: picks.map((index) => order.reasons[index] as FeedReason),
    shown: packShown(picks.map((index) => prints[index] ?? 0)),
    more,
  };
}

/** The entry as the cell holds it now: gone, hidden and unfollowed ones leave the feed at once. */
function findHeld(user: UserState, { id, sourceId }: TimelineEntry): TimelineEntry | undefined {
  if (isLeftOut(user.relations.get(sourceId))) return undefined;
  const entries = user.sources.get(sourceId)?.entries;
  const held = entries?.[lastBelow(entries, id) + 1];
  return held?.id === id ? held : undefined;
}

/** The candidates are used up: fills the page with what lies below them. */
async function followWithOlder(
  ranking: Ranking,
  user: UserState,
  sources: readonly SourceState[],
  { floor, cuts }: Snapshot,
  page: RankedEntries,
  limit: number,
): Promise<RankedEntries> {
  if (floor === '' && cuts === '') return page;
  const place = { before: LAST_ID, floor, cuts };
  const position = page.position + page.entries.length;
  const room = limit - page.entries.length;
  if (room === 0) return { ...page, nextCursor: encodeRankedPlace({ phase: 'older', position, ...place }) };
  const rest = await readOlderPage(ranking, user, sources, place, position, room);
  return {
    entries: [...page.entries, ...rest.entries],
    reasons: [...page.reasons, ...rest.reasons],
    position: page.position,
    nextCursor: rest.nextCursor,
  };
}

async function readOlderPage(
  ranking: Ranking,
  user: UserState,
  sources: readonly SourceState[],
  place: OlderPlace,
  position: number,
  limit: number,
): Promise<RankedEntries> {
  const entries = await readOlder(sources, place, limit, (ranges, count) => ranking.loadOlder(ranges, count));
  const last = entries.length < limit ? undefined : entries.at(-1);
  // Below the floor every source goes on alike, so the cuts have done their work.
  const cuts = last && last.id <= place.floor ? '' : place.cuts;
  const next =
    last &&
    encodeRankedPlace({
      phase: 'older',
      before: last.id,
      floor: place.floor,
      cuts,
      position: position + entries.length,
    });
  return {
    entries,
    reasons: entries.map(({ sourceId }) => (sourceId === user.id ? 'own' : 'following')),
    position,
    nextCursor: next ?? null,
  };
}
