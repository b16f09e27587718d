import { describe, expect, it } from 'vitest';
import type { SourceMode } from '../../shared/domain/timelines/choose-mode.ts';
import { DIRECT_CELLS, planDelivery } from './plan-delivery.ts';

const LIMITS = { FANOUT_PAGE_CELLS: 250, CELEBRITY_CELLS: 500 };
const NOBODY = { mentions: [], people: [] };
const author = {
  id: 'a',
  username: 'ann',
  fullName: '',
  avatarMediaId: null,
  isPrivate: false,
  cellId: 'weur-1',
};

const cellsOf = (count: number) => Array.from({ length: count }, (_, at) => `enam-${at + 1}`);
const audience = (count: number, mode: SourceMode = 'push') => ({ mode, total: count, cells: cellsOf(count) });

describe('the cells that a publisher calls', () => {
  it("are the audience's and the author's own, first and once", () => {
    expect(planDelivery(NOBODY, { author, audience: audience(0) }, LIMITS)).toEqual({
      direct: true,
      cells: ['weur-1'],
    });
    const both = { mode: 'push' as const, total: 2, cells: ['enam-1', 'weur-1'] };
    const { direct, cells } = planDelivery(NOBODY, { author, audience: both }, LIMITS);
    expect([direct, cells]).toEqual([true, ['weur-1', 'enam-1']]);
  });

  it.each([
    ['as many as it calls', DIRECT_CELLS, 'push', LIMITS, true],
    ['one more', DIRECT_CELLS + 1, 'push', LIMITS, false],
    ['a page of the queue', 3, 'push', { ...LIMITS, FANOUT_PAGE_CELLS: 3 }, true],
    ['more than a page', 4, 'push', { ...LIMITS, FANOUT_PAGE_CELLS: 3 }, false],
    ['more than are pushed to', 2, 'push', { ...LIMITS, CELEBRITY_CELLS: 1 }, false],
    ['a pulled author', 2, 'pull', LIMITS, false],
    ['a change of mode', 2, 'to-pull', LIMITS, false],
  ] as const)('of %s', (_name, count, mode, limits, direct) => {
    const plan = planDelivery(NOBODY, { author, audience: audience(count, mode) }, limits);
    expect(plan).toEqual({ direct, cells: direct ? ['weur-1', ...cellsOf(count)] : ['weur-1'] });
  });

  it('are the own one only when people have to be told', () => {
    const mentions = [{ userId: 'b', username: 'ben' }];
    const plan = planDelivery({ mentions, people: [] }, { author, audience: audience(2) }, LIMITS);
    expect(plan).toEqual({ direct: false, cells: ['weur-1'] });
  });
});
