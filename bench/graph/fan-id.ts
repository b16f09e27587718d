import { encodeSnowflake, LOGICAL_SHARDS } from '../../shared/ids/index.ts';

/** Before anybody of a network joined; a fan a millisecond from then on. */
const FANS_FROM = Date.UTC(2025, 5, 1);
/** Odd, so that fans spread over the shards in no order. */
const SPREAD = 2_467;

/** The id of a fan: somebody with an account and a cell, of whom nothing else is seeded. */
export function fanId(fan: number): string {
  return encodeSnowflake({ time: FANS_FROM + fan, shard: (fan * SPREAD) % LOGICAL_SHARDS, sequence: 0 });
}
