import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCuts } from '../../shared/domain/ranking/ranked-cursor.ts';
import { EPOCH_MS, encodeSnowflake } from '../../shared/ids/snowflake.ts';
import { EVERYTHING, type SourceState } from './cell-memory.ts';
import { findLost, gatherNewest, gatherSnapshot } from './gather-candidates.ts';
import { readOlder } from './read-older.ts';

const idAt = (time: number, shard: number) => encodeSnowflake({ time: EPOCH_MS + time * 1_000, shard, sequence: 0 });

type Author = { times: number[]; kept: number };

/** Authors with everything they published, of which the cell holds the newest `kept`. */
const authors = fc.array(fc.record({ times: fc.uniqueArray(fc.nat(400), { maxLength: 12 }), kept: fc.nat(6) }), {
  minLength: 1,
  maxLength: 20,
});

function sourceOf({ times, kept }: Author, index: number): SourceState & { all: string[] } {
  const all = times.toSorted((a, b) => a - b).map((time) => idAt(time, index));
  const held = all.slice(Math.max(0, all.length - kept));
  const id = idAt(0, 1_000 + index);
  return {
    id,
    all,
    entries: held.map((entry) => ({ id: entry, postId: entry, sourceId: id, revision: 0 })),
    completeFrom: held.length === all.length ? EVERYTHING : (held[0] ?? idAt(401, 0)),
    mode: 'push',
    modeVersion: 0,
    freshUntil: 0,
    changedAt: 0,
  };
}

/** What D1 would answer. */
const loaderOf =
  (sources: ReturnType<typeof sourceOf>[]) =>
  async (ranges: readonly { sourceId: string; before: string }[], limit: number) =>
    ranges.map(({ sourceId, before }) => {
      const all = sources.find(({ id }) => id === sourceId)?.all ?? [];
      const entries = all
        .filter((id) => id < before)
        .toReversed()
        .slice(0, limit)
        .map((id) => ({ id, postId: id, sourceId, revision: 0 }));
      return { sourceId, entries, exhausted: entries.length < limit, mode: 'push' as const, modeVersion: 0 };
    });

describe('candidates', () => {
  it('and what follows them are everything that was published, each once', async () => {
    await fc.assert(
      fc.asyncProperty(
        authors,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 9 }),
        async (made, most, limit) => {
          const sources = made.map(sourceOf);
          const { entries, snapshot } = gatherNewest(sources, most);
          expect(entries.length).toBeLessThanOrEqual(most);
          expect(decodeCuts(snapshot.cuts).size).toBeLessThanOrEqual(12);
          const seen = entries.map(({ id }) => id);
          for (let before = idAt(1_000, 0); ; ) {
            const place = { before, floor: snapshot.floor, cuts: snapshot.cuts };
            const page = await readOlder(sources, place, limit, loaderOf(sources));
            seen.push(...page.map(({ id }) => id));
            expect(page.map(({ id }) => id)).toEqual(
              page
                .map(({ id }) => id)
                .toSorted()
                .toReversed(),
            );
            if (page.length < limit) break;
            before = page.at(-1)?.id ?? '';
          }
          expect(seen.toSorted()).toEqual(sources.flatMap(({ all }) => all).toSorted());
        },
      ),
    );
  });

  it('of a snapshot are the same later, whatever was published and let go of since', async () => {
    await fc.assert(
      fc.asyncProperty(authors, fc.integer({ min: 1, max: 40 }), async (made, most) => {
        const sources = made.map(sourceOf);
        const { entries, snapshot } = gatherNewest(sources, most);
        if (entries.length === 0) return;
        for (const [index, source] of sources.entries()) {
          if (index % 2 === 0 || source.entries.length === 0) continue;
          const id = idAt(900 + index, index);
          source.all.push(id);
          source.entries.push({ id, postId: id, sourceId: source.id, revision: 0 });
          source.entries.splice(0, Math.min(2, source.entries.length - 1));
          source.completeFrom = source.entries[0]?.id ?? '';
        }
        const lost = findLost(sources, snapshot);
        const found = await loaderOf(sources)(lost, 500);
        const from = new Map(lost.map((range) => [range.sourceId, range.from]));
        const refound = found.flatMap(({ sourceId, entries: older }) =>
          older.filter(({ id }) => id >= (from.get(sourceId) ?? '') && id <= snapshot.top),
        );
        const later = gatherSnapshot(sources, snapshot, refound);
        expect(later.entries.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
      }),
    );
  });

  it('rank a post once that came in two ways: as itself', () => {
    const sources = [
      { times: [1, 2], kept: 9 },
      { times: [3], kept: 9 },
    ].map(sourceOf);
    const [first, second, repost] = sources.flatMap(({ entries }) => entries);
    if (!first || !second || !repost) throw new Error('three entries were made');
    Object.assign(repost, { postId: first.postId, authorId: first.sourceId });
    expect(gatherNewest(sources, 10).entries).toEqual([second, first]);
  });
});
