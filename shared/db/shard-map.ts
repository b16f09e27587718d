import { LOGICAL_SHARDS } from '../ids/index.ts';

export type ShardRange = { first: number; last: number; binding: string };

/**
 * Reads "0-2047:SHARD_0,2048-4095:SHARD_1,…": inclusive ranges of logical shards and the D1 binding of each.
 * Throws unless the ranges cover 0–8191 once, in order.
 */
export function parseShardMap(text: string): ShardRange[] {
  const ranges = text.split(',').map((part) => {
    const match = /^\s*(\d+)-(\d+):(\w+)\s*$/.exec(part);
    if (!match) throw new Error(`SHARD_MAP: "${part}" is not first-last:BINDING`);
    return { first: Number(match[1]), last: Number(match[2]), binding: match[3] ?? '' };
  });
  let next = 0;
  for (const { first, last } of ranges) {
    if (first !== next || last < first)
      throw new Error(`SHARD_MAP: expected a range from ${next}, found ${first}-${last}`);
    next = last + 1;
  }
  if (next !== LOGICAL_SHARDS) throw new Error(`SHARD_MAP: covers 0-${next - 1} of 0-${LOGICAL_SHARDS - 1}`);
  return ranges;
}
