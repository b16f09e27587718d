/** Points as of another moment (Unix ms): they halve every half-life, so the same points were more before. */
export function pointsAt(points: number, from: number, to: number, halfLifeMs: number): number {
  return points * 2 ** ((from - to) / halfLifeMs);
}

/** Affinity in [0, 1): 0 without points, 1/2 at `midpoint`. */
export function affinityOf(points: number, midpoint: number): number {
  return points / (points + midpoint);
}
