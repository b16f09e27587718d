import { expect, it } from 'vitest';
import { chooseLane, chooseShards, likersEveryMs, ROOT_LANE, ROW_LANE } from './choose-shards.ts';

it('grows with the rate of reports and ends when it cools', () => {
  expect([0, 1.9, 2, 50, 51, 200, 201, 800, 801, 3_200, 3_201, 90_000].map(chooseShards)).toEqual([
    0, 0, 1, 1, 4, 4, 16, 16, 64, 64, 100, 100,
  ]);
});

it('spreads cells over the shards, each always to the same', () => {
  expect(chooseLane('weur-1', 0)).toBe(ROW_LANE);
  expect(chooseLane('weur-1', 1)).toBe(ROOT_LANE);
  const lanes = Array.from({ length: 1_600 }, (_, number) => chooseLane(`weur-${number}`, 16));
  expect(new Set(lanes).size).toBe(16);
  expect(lanes.every((lane) => Number(lane) >= 1 && Number(lane) <= 16)).toBe(true);
  expect(chooseLane('weur-7', 16)).toBe(lanes[7]);
});

it('lists likers less often by cell when more cells report, so that a database takes no more calls', () => {
  expect([0, 1, 4, 16, 64, 100].map(likersEveryMs)).toEqual([0, 4_000, 4_000, 16_000, 64_000, 100_000]);
});
