/** Counter shards grow by these steps. */
const STEPS = [1, 4, 16, 64, 100] as const;
/** Reports a second that one object takes with ease; 1,000 requests a second is the platform's limit, with writes less. */
const REPORTS_PER_SHARD = 50;
/** Below this many reports a second a post needs no counter: cells write to its row. */
const COLD_REPORTS = 2;

/** The shards for a post that cells report `rate` times a second; 0 when it has cooled. */
export function chooseShards(rate: number): number {
  if (rate < COLD_REPORTS) return 0;
  return STEPS.find((shards) => rate / shards <= REPORTS_PER_SHARD) ?? STEPS[STEPS.length - 1] ?? 1;
}

/** Where a cell reports a post's likes: `''` is the post's row, `'0'` the counter's root, another number a shard. */
export type LikeLane = string;
export const ROW_LANE: LikeLane = '';
export const ROOT_LANE: LikeLane = '0';

/** The lane of a cell when a post has `shards`: a cell stays with its shard while their number stays. */
export function chooseLane(cellId: string, shards: number): LikeLane {
  if (shards === 0) return ROW_LANE;
  if (shards === 1) return ROOT_LANE;
  let hash = 0;
  for (let i = 0; i < cellId.length; i++) hash = (Math.imul(hash, 31) + cellId.charCodeAt(i)) >>> 0;
  return String((hash % shards) + 1);
}

/** The list of a hot post's likers is this far behind at least: a row for each of them, and all cells write at once. */
const HOT_LIKERS_MS = 4_000;

/**
 * How long a cell gathers a post's likers before it lists them in the post's database, when the post has `shards`: as
 * many seconds, so that all cells together make about REPORTS_PER_SHARD calls a second. 0 is with every report.
 */
export function likersEveryMs(shards: number): number {
  return shards > 0 ? Math.max(HOT_LIKERS_MS, shards * 1_000) : 0;
}
