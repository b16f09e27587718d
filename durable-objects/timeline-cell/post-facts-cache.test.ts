import { describe, expect, it } from 'vitest';
import { RecentMap } from '../../shared/domain/caching/recent-map.ts';
import type { PostFactsRow } from '../../shared/domain/ranking/post-facts.ts';
import { type HeldFacts, PostFactsCache } from './post-facts-cache.ts';

const anIsolate = (): HeldFacts => new RecentMap(5_000);

const rowOf = (id: string): PostFactsRow => ({
  id,
  likes: 1,
  comments: 0,
  followers: 10,
  hideLikes: false,
  items: 1,
  mediaKind: 'photo',
  width: 1_080,
  height: 1_080,
  tags: [],
  latitude: null,
  longitude: null,
});

function aCell(held: HeldFacts) {
  const asked: string[][] = [];
  const load = async (ids: string[]) => {
    asked.push(ids);
    return new Map(ids.filter((id) => !id.startsWith('gone')).map((id) => [id, rowOf(id)]));
  };
  return { asked, cache: new PostFactsCache({ load, freshMs: 60_000, engagementCap: 0.25, gatherMs: 0 }, held) };
}

describe('PostFactsCache', () => {
  it('reads what cells of one isolate rank once, and again when it grew old', async () => {
    const held = anIsolate();
    const [first, second] = [aCell(held), aCell(held)];
    expect([first.cache.find('post', 0, 0), second.cache.find('post', 0, 0)]).toEqual([undefined, undefined]);
    await first.cache.fill(0);
    await second.cache.fill(0);
    expect(second.cache.find('post', 0, 1)?.kind).toBe('photo');
    expect([first.asked, second.asked]).toEqual([[['post']], []]);
    expect(second.cache.find('post', 0, 60_000)).toBeDefined();
    await second.cache.fill(60_000);
    expect(second.asked).toEqual([['post']]);
  });

  it('asks for a post that is gone once, and for many in batches', async () => {
    const { asked, cache } = aCell(anIsolate());
    for (let n = 0; n < 2_500; n++) cache.find(n === 0 ? 'gone' : `post ${n}`, 0, 0);
    await cache.fill(0);
    expect(asked.map(({ length }) => length)).toEqual([1_000, 1_000, 500]);
    expect(cache.find('gone', 0, 1)).toBeDefined();
    expect(cache.fill(1)).toBeUndefined();
  });

  it('lends facts of any posts in one round, keeps none of them, and says when there is no answer', async () => {
    const { asked, cache } = aCell(anIsolate());
    const lent: (number | undefined)[] = [];
    cache.find('ranked', 0, 0);
    cache.borrow(['ranked', 'mine', 'gone'], (facts) => lent.push(facts?.length));
    cache.borrow(['yours'], (facts) => lent.push(facts?.length));
    await cache.fill(0);
    expect(asked).toEqual([['ranked', 'mine', 'gone', 'yours']]);
    expect(lent).toEqual([2, 1]);
    expect(['ranked', 'mine', 'yours'].map((id) => cache.has(id))).toEqual([true, false, false]);
    cache.borrow(['ranked'], (facts) => lent.push(facts?.length));
    await cache.fill(0);
    expect([asked.length, lent]).toEqual([1, [2, 1, 1]]);
    const away = new PostFactsCache(
      { load: () => Promise.reject(new Error('D1 is away')), freshMs: 1, engagementCap: 1, gatherMs: 0 },
      anIsolate(),
    );
    away.borrow(['mine'], (facts) => lent.push(facts?.length));
    await away.fill(0);
    expect(lent).toEqual([2, 1, 1, undefined]);
  });
});
