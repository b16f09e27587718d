import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { RANKING_VARS } from './parse-ranking.ts';

const weights = RANKING_VARS.RANK_WEIGHTS;
const slots = RANKING_VARS.FEED_SPONSORED_SLOTS;

describe('the ranking’s configuration', () => {
  it('reads a number for each name', () => {
    expect(weights.parse('affinity:0.30, quality:0.25,recency:0.2,content:0.15,decay:0')).toEqual({
      affinity: 0.3,
      quality: 0.25,
      recency: 0.2,
      content: 0.15,
      decay: 0,
    });
  });

  it('refuses what is missing, unknown, below 0 or all 0, and says how to write it', () => {
    for (const text of [
      '',
      'affinity:1',
      'affinity:1,quality:1,recency:1,content:1,luck:1',
      'affinity:1,quality:1,recency:1,content:1,decay:1,luck:1',
      'affinity:-1,quality:1,recency:1,content:1,decay:1',
      'affinity:,quality:1,recency:1,content:1,decay:1',
      'affinity:0,quality:0,recency:0,content:0,decay:0',
    ]) {
      expect(weights.safeParse(text).success, text).toBe(false);
    }
    expect(z.prettifyError(weights.safeParse('affinity:1').error as z.ZodError)).toContain('name:number');
  });

  it('reads slots as first/every, or none', () => {
    expect(slots.parse('5/10')).toEqual({ first: 5, every: 10 });
    expect(slots.parse('')).toBeNull();
    for (const text of ['5', '5/0', 'a/b', '-1/5']) expect(slots.safeParse(text).success, text).toBe(false);
  });
});
