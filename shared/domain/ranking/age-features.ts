/** Hyperbolic recency: 1 for a new post, 1/2 at `scaleMs` (24 h by default), never 0. A time ahead of now counts as now. */
export function recencyOf(ageMs: number, scaleMs: number): number {
  return 1 / (1 + Math.max(0, ageMs) / scaleMs);
}

/** Exponential decay: halves every `halfLifeMs` (48 h by default). */
export function decayOf(ageMs: number, halfLifeMs: number): number {
  return Math.exp((-Math.LN2 * Math.max(0, ageMs)) / halfLifeMs);
}
