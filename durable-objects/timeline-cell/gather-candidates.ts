import { fingerprint } from '../../shared/domain/ranking/fingerprint.ts';
import { decodeCuts, encodeCuts, type Snapshot } from '../../shared/domain/ranking/ranked-cursor.ts';
import { shownPrint } from '../../shared/domain/ranking/shown-posts.ts';
import { lastBelow, mergeNewest, type TimelineEntry } from '../../shared/domain/timelines/merge-newest.ts';
import { LAST_ID } from '../../shared/ids/index.ts';
import { NOTHING_YET, type SourceState } from './cell-memory.ts';

/** What a ranked feed orders: entries newest first, and the snapshot that says which they are. */
export type Candidates = { entries: TimelineEntry[]; snapshot: Snapshot };

/** Tries for a salt; that all of them fail for different posts has a chance of 10^-16. */
const SALTS = 8;
/** Sources that a cursor may name with a cut of their own; with more, the floor rises. */
const MAX_CUTS = 12;

/**
 * The newest `limit` entries that the cell holds of the sources. The cell may have let go of a source's older entries
 * while it still holds older ones of others: such a source gets a cut, from which on it is held completely.
 */
export function gatherNewest(sources: readonly SourceState[], limit: number): Candidates {
  const held = sources.map(({ entries }) => entries);
  const newest = mergeNewest(held, null, limit);
  let floor = newest.length < limit ? '' : (newest.at(-1)?.id ?? '');
  const partial = sources.filter(({ completeFrom }) => completeFrom > floor && completeFrom !== NOTHING_YET);
  if (partial.length > MAX_CUTS) {
    partial.sort((a, b) => (a.completeFrom < b.completeFrom ? 1 : a.completeFrom > b.completeFrom ? -1 : 0));
    floor = partial[MAX_CUTS]?.completeFrom ?? floor;
  }
  const cuts = new Map<string, string>();
  for (const { id, completeFrom } of partial) if (completeFrom > floor) cuts.set(id, completeFrom);
  const entries = dropRepeats(newest.filter(({ id, sourceId }) => id >= (cuts.get(sourceId) ?? floor)));
  const top = entries[0]?.id ?? LAST_ID;
  return { entries, snapshot: { top, floor, cuts: encodeCuts(cuts), salt: distinctSalt(entries) } };
}

/** The held entries of a snapshot, with those that the cell let go of since, read from D1. */
export function gatherSnapshot(
  sources: readonly SourceState[],
  snapshot: Snapshot,
  refound: readonly TimelineEntry[],
): Candidates {
  const cuts = decodeCuts(snapshot.cuts);
  const entries = [...refound];
  for (const source of sources) {
    const start = lastBelow(source.entries, cuts.get(source.id) ?? snapshot.floor) + 1;
    const end = lastBelow(source.entries, snapshot.top) + 1;
    entries.push(...source.entries.slice(start, end));
    const last = source.entries[end];
    if (last?.id === snapshot.top) entries.push(last);
  }
  entries.sort((a, b) => (a.id < b.id ? 1 : -1));
  return { entries: dropRepeats(entries), snapshot };
}

/** Sources of which the cell holds less than the snapshot names, with the range that is missing. */
export function findLost(
  sources: readonly SourceState[],
  snapshot: Snapshot,
): { sourceId: string; from: string; before: string }[] {
  const cuts = decodeCuts(snapshot.cuts);
  return sources.flatMap(({ id, completeFrom }) => {
    const from = cuts.get(id) ?? snapshot.floor;
    return completeFrom > from && completeFrom !== NOTHING_YET ? [{ sourceId: id, from, before: completeFrom }] : [];
  });
}

/** A post that came in two ways is ranked once: as itself, or else where it was passed on last. */
function dropRepeats(entries: TimelineEntry[]): TimelineEntry[] {
  if (entries.every(({ authorId }) => authorId === undefined)) return entries;
  const posts = new Set(entries.filter(({ authorId }) => authorId === undefined).map(({ postId }) => postId));
  return entries.filter(({ authorId, postId }) => authorId === undefined || posts.size < posts.add(postId).size);
}

/** A salt under which no two candidates look alike to a cursor: for 99 of 100 the first one. */
function distinctSalt(entries: readonly TimelineEntry[]): number {
  for (let salt = 0; salt < SALTS; salt++) {
    const prints = new Set(entries.map(({ postId }) => shownPrint(fingerprint(postId, salt))));
    if (prints.size === entries.length) return salt;
  }
  return 0;
}
