import { describe, expect, it } from 'vitest';
import { LEASE_MS, type ResidentCell, ResidentCells } from './resident-cells.ts';

const aCell = (): ResidentCell => ({
  recallHome: () => undefined,
  recallRanked: () => undefined,
  noteAnswered: () => undefined,
  joinLike: () => undefined,
});

describe('cells of an isolate', () => {
  it('are found for as long as the lease of their last call', () => {
    const cells = new ResidentCells();
    const cell = aCell();
    cells.renew('weur-1', cell, 1_000);
    expect(cells.find('weur-1', 1_000 + LEASE_MS - 1)).toBe(cell);
    expect(cells.find('weur-1', 1_000 + LEASE_MS)).toBeUndefined();
    cells.renew('weur-1', cell, 5_000);
    expect(cells.find('weur-1', 5_001)).toBe(cell);
  });

  it('are not found under another name', () => {
    const cells = new ResidentCells();
    cells.renew('weur-1', aCell(), 0);
    expect(cells.find('weur-2', 1)).toBeUndefined();
  });

  it('make room for the next instance of their name at once', () => {
    const cells = new ResidentCells();
    const [first, second] = [aCell(), aCell()];
    cells.renew('weur-1', first, 0);
    cells.leave('weur-1');
    expect(cells.find('weur-1', 1)).toBeUndefined();
    cells.renew('weur-1', second, 2);
    expect(cells.find('weur-1', 3)).toBe(second);
  });
});
