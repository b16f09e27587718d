import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RANKING_FEATURES } from '../../config/parse-ranking.ts';
import { affinityOf, pointsAt } from './affinity-points.ts';
import { decayOf, recencyOf } from './age-features.ts';
import { judgeQuality } from './judge-quality.ts';
import type { FeatureValues } from './ranking-model.ts';
import { scorePost } from './score-post.ts';

const HOUR = 3_600_000;
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const features = fc.record({ affinity: unit, quality: unit, recency: unit, content: unit, decay: unit });
const weights = features
  .filter((given) => Object.values(given).some((weight) => weight > 0.01))
  .map((given) => {
    const sum = Object.values(given).reduce((total, weight) => total + weight, 0);
    return Object.fromEntries(Object.entries(given).map(([name, weight]) => [name, weight / sum])) as FeatureValues;
  });

describe('a score', () => {
  it('is in [0, 1], and the same for the same features', () => {
    fc.assert(
      fc.property(features, weights, (given, model) => {
        const score = scorePost(given, model);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1 + 1e-9);
        expect(scorePost({ ...given }, { ...model })).toBe(score);
      }),
    );
  });

  it('never falls when a feature grows', () => {
    fc.assert(
      fc.property(features, weights, fc.constantFrom(...RANKING_FEATURES), unit, (given, model, name, more) => {
        const grown = { ...given, [name]: Math.max(given[name], more) };
        expect(scorePost(grown, model)).toBeGreaterThanOrEqual(scorePost(given, model));
      }),
    );
  });
});

describe('age', () => {
  it('counts half after 24 h by recency and after 48 h by decay', () => {
    expect(recencyOf(0, 24 * HOUR)).toBe(1);
    expect(recencyOf(24 * HOUR, 24 * HOUR)).toBe(0.5);
    expect(decayOf(48 * HOUR, 48 * HOUR)).toBeCloseTo(0.5);
    expect(decayOf(96 * HOUR, 48 * HOUR)).toBeCloseTo(0.25);
  });

  it('falls with time, inside [0, 1], also for a clock that is ahead', () => {
    const age = fc.integer({ min: -HOUR, max: 10_000 * HOUR });
    fc.assert(
      fc.property(age, age, (a, b) => {
        const [younger, older] = a < b ? [a, b] : [b, a];
        for (const feature of [recencyOf, decayOf]) {
          expect(feature(older, 24 * HOUR)).toBeLessThanOrEqual(feature(younger, 24 * HOUR));
          expect(feature(older, 24 * HOUR)).toBeGreaterThanOrEqual(0);
          expect(feature(younger, 24 * HOUR)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('affinity', () => {
  it('halves its points every half-life, and reaches one half at the midpoint', () => {
    expect(pointsAt(8, 0, 14, 14)).toBe(4);
    expect(pointsAt(pointsAt(8, 0, 5, 14), 5, 28, 14)).toBeCloseTo(2);
    expect(affinityOf(12, 12)).toBe(0.5);
    expect(affinityOf(0, 12)).toBe(0);
    expect(affinityOf(1e9, 12)).toBeLessThan(1);
  });
});

describe('quality', () => {
  const post = { likes: 0, comments: 0, followers: 100, width: 1_080, height: 1_350 };

  it('is engagement per follower up to the cap, and sharpness', () => {
    expect(judgeQuality(post, 0.25)).toEqual({ quality: expect.closeTo(0.15), engagement: 0 });
    expect(judgeQuality({ ...post, likes: 30 }, 0.25)).toEqual({ quality: expect.closeTo(1), engagement: 1 });
    expect(judgeQuality({ ...post, likes: 3_000 }, 0.25).quality).toBeCloseTo(1);
    expect(judgeQuality({ ...post, width: null, height: null }, 0.25).quality).toBe(0);
  });

  it('does not take one friend’s like of a new account for a success', () => {
    const { engagement } = judgeQuality({ ...post, likes: 1, followers: 1 }, 0.25);
    expect(engagement).toBeLessThan(0.25);
  });

  it('is in [0, 1], grows with likes and comments, and falls with followers', () => {
    const count = fc.nat(1_000_000);
    fc.assert(
      fc.property(count, count, count, count, (likes, comments, followers, more) => {
        const given = { ...post, likes, comments, followers };
        const { quality } = judgeQuality(given, 0.25);
        expect(quality).toBeGreaterThanOrEqual(0);
        expect(quality).toBeLessThanOrEqual(1);
        expect(judgeQuality({ ...given, likes: likes + more }, 0.25).quality).toBeGreaterThanOrEqual(quality);
        expect(judgeQuality({ ...given, comments: comments + more }, 0.25).quality).toBeGreaterThanOrEqual(quality);
        expect(judgeQuality({ ...given, followers: followers + more }, 0.25).quality).toBeLessThanOrEqual(quality);
      }),
    );
  });
});
