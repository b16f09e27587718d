import { describe, expect, it } from 'vitest';
import { explainReason } from './explain-reason.ts';

const HOUR = 3_600_000;
const weights = { affinity: 0.3, quality: 0.25, recency: 0.2, content: 0.15, decay: 0.1 };
const stranger = { affinity: 0, quality: 0.1, recency: 0.3, content: 0.3, decay: 0.2 };
const post = { engagement: 0, hidden: false };

describe('the reason of a post', () => {
  it('is the term that adds most to its score', () => {
    expect(explainReason({ ...stranger, affinity: 0.9 }, weights, post, 40 * HOUR)).toBe('favourite');
    expect(explainReason({ ...stranger, quality: 0.9 }, weights, { ...post, engagement: 0.9 }, 40 * HOUR)).toBe(
      'popular',
    );
    expect(explainReason({ ...stranger, recency: 1, decay: 1 }, weights, post, HOUR)).toBe('recent');
    expect(explainReason(stranger, weights, post, 40 * HOUR)).toBe('following');
  });

  it('does not call a sharp photo popular, nor tell of likes that are hidden', () => {
    const admired = { ...stranger, quality: 0.9 };
    expect(explainReason(admired, weights, { engagement: 0.1, hidden: false }, 40 * HOUR)).toBe('following');
    expect(explainReason(admired, weights, { engagement: 1, hidden: true }, 40 * HOUR)).toBe('following');
  });

  it('does not call somebody a favourite whom the viewer hardly knows, nor an old post recent', () => {
    const nothing = { affinity: 0.1, quality: 0, recency: 0.01, content: 0, decay: 0 };
    expect(explainReason(nothing, weights, post, 2_000 * HOUR)).toBe('following');
    expect(explainReason({ ...nothing, affinity: 0, recency: 0.4 }, weights, post, 36 * HOUR)).toBe('following');
  });
});
