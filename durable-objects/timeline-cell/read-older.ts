import type { SourceRange, SourceSnapshot } from '../../shared/db/posts/read-source.ts';
import { decodeCuts } from '../../shared/domain/ranking/ranked-cursor.ts';
import { lastBelow, mergeNewest, type TimelineEntry } from '../../shared/domain/timelines/merge-newest.ts';
import type { SourceState } from './cell-memory.ts';

/** A place below what was ranked: every source from its cut, or else from `floor`, downwards, and below `before`. */
export type OlderPlace = { before: string; floor: string; cuts: string };

type LoadOlder = (ranges: readonly SourceRange[], limit: number) => Promise<SourceSnapshot[]>;

/** What follows the ranked candidates, newest first, to the very first entry of everybody followed. */
export async function readOlder(
  sources: readonly SourceState[],
  { before, floor, cuts: cutsText }: OlderPlace,
  limit: number,
  loadOlder: LoadOlder,
): Promise<TimelineEntry[]> {
  const cuts = decodeCuts(cutsText);
  const boundOf = (sourceId: string) => olderOf(cuts.get(sourceId) ?? floor, before);
  const held = sources.map(({ id, entries }) => entries.slice(0, lastBelow(entries, boundOf(id)) + 1));
  const page = mergeNewest(held, null, limit);
  const end = page.length < limit ? '' : (page.at(-1)?.id ?? '');
  const gaps = sources.flatMap(({ id, completeFrom }) => {
    const top = olderOf(completeFrom, boundOf(id));
    return top > end ? [{ sourceId: id, before: top }] : [];
  });
  if (gaps.length === 0) return page;
  const older = await loadOlder(gaps, limit);
  return mergeNewest([page.toReversed(), ...older.map(({ entries }) => entries.toReversed())], null, limit);
}

function olderOf(one: string, other: string): string {
  if (one < other) return one;
  return other;
}
