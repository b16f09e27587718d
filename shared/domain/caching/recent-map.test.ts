import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecentMap } from './recent-map.ts';

describe('RecentMap', () => {
  it('keeps what was set last and what is asked for', () => {
    const map = new RecentMap<number, string>(4);
    map.set(0, 'asked for');
    for (let key = 1; key <= 10; key++) {
      map.set(key, `value ${key}`);
      expect(map.get(0)).toBe('asked for');
    }
    expect(map.get(10)).toBe('value 10');
    expect(map.get(1)).toBeUndefined();
  });

  it('answers as a map does, but for values that went, of which it keeps between half of the limit and the limit', () => {
    const key = fc.integer({ min: 0, max: 12 });
    const step = fc.oneof(
      fc.record({ act: fc.constant('set' as const), key }),
      fc.record({ act: fc.constant('get' as const), key }),
      fc.record({ act: fc.constant('delete' as const), key }),
    );
    const max = 6;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const map = new RecentMap<number, number>(max);
        const model = new Map<number, number>();
        for (const [at, { act, key }] of steps.entries()) {
          if (act === 'set') {
            map.set(key, at);
            model.set(key, at);
          } else if (act === 'delete') {
            map.delete(key);
            model.delete(key);
          } else {
            expect([model.get(key), undefined]).toContain(map.get(key));
          }
          const held = [...map.values()];
          expect(new Set(held).size).toBe(held.length);
          expect(held.length).toBeLessThanOrEqual(max);
          for (const value of held) expect([...model.values()]).toContain(value);
          const latest = steps.slice(0, at + 1).findLast((done) => done.act === 'set');
          if (act === 'set' && latest) expect(map.get(latest.key)).toBe(at);
        }
      }),
    );
  });

  it('keeps at least half of the limit', () => {
    const map = new RecentMap<number, number>(10);
    for (let key = 0; key < 100; key++) {
      map.set(key, key);
      const newest = Array.from({ length: 5 }, (_, back) => key - back).filter((kept) => kept >= 0);
      expect(newest.filter((kept) => ![...map.values()].includes(kept))).toEqual([]);
    }
  });
});
