/** Scores are told apart to this share of 1. */
const STEPS = 2 ** 32;
/** Above every score. */
const CEILING = 2 ** 34;
/** Above every index. */
const WIDTH = 2 ** 16;

/**
 * Indices by descending score in [0, 4), ties by index. Score and index are packed into one double, so that the sort
 * needs no comparator: five times faster for 500 scores.
 */
export function sortByScore(scores: Float64Array): Uint32Array {
  const keys = new Float64Array(scores.length);
  for (let index = 0; index < scores.length; index++) {
    keys[index] = (CEILING - Math.floor((scores[index] ?? 0) * STEPS)) * WIDTH + index;
  }
  keys.sort();
  const sorted = new Uint32Array(scores.length);
  for (let place = 0; place < sorted.length; place++) sorted[place] = (keys[place] ?? 0) % WIDTH;
  return sorted;
}
