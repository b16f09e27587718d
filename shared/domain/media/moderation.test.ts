import { describe, expect, it } from 'vitest';
import { judgeDescription } from './judge-description.ts';
import { judgeListed } from './judge-listed.ts';

describe('judgeListed', () => {
  it.each([
    [undefined, undefined],
    [0, 'blocked'],
    [4, 'blocked'],
    [5, 'held'],
    [7, 'held'],
  ])('at a distance of %s answers %s', (distance, state) => {
    expect(judgeListed(distance)?.state).toBe(state);
  });
});

describe('judgeDescription', () => {
  it.each([
    ['A red door', 'clean'],
    ['', 'clean'],
    ['Warning: GORE ahead', 'sensitive'],
    ['A forgotten seagull', 'clean'],
  ])('of “%s” answers %s', (altText, state) => {
    expect(judgeDescription(altText, ['gore', 'nude']).state).toBe(state);
  });
});
