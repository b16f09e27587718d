import { decodeBase32, encodeBase32 } from './base32.ts';

/** 2025-01-01T00:00:00Z: millisecond 0 of every id. */
export const EPOCH_MS = 1_735_689_600_000;
/** 13 bits of logical shard. */
export const LOGICAL_SHARDS = 8_192;
/** 10 bits of sequence. */
export const SEQUENCES = 1_024;
/** 41 bits of milliseconds: until 2094. */
export const MAX_MS = 2 ** 41;

export const ID_LENGTH = 13;
export const ID_PATTERN = /^[0-9a-f][0-9a-hjkmnp-tv-z]{12}$/;
/** Sorts before and after every id: the open ends of a cursor. */
export const FIRST_ID = '0000000000000';
export const LAST_ID = 'fzzzzzzzzzzzz';

export type SnowflakeParts = { time: number; shard: number; sequence: number };

// 64 bits do not fit a double, so the 13 characters are written as 8 of the time's upper 39 bits, then 5 of the rest:
// 2 bits of time, 13 of shard, 10 of sequence. Nothing ever exceeds 2^41.
const LOW_BITS = 2 ** 25;

/** Writes (`time` in Unix ms, shard 0–8191, sequence 0–1023) as a 13-character id whose string order is time order. */
export function encodeSnowflake({ time, shard, sequence }: SnowflakeParts): string {
  const elapsed = time - EPOCH_MS;
  if (!(elapsed >= 0 && elapsed < MAX_MS)) throw new RangeError(`time ${time} is outside the 41 bits of an id`);
  if (!(shard >= 0 && shard < LOGICAL_SHARDS)) throw new RangeError(`shard ${shard} is not 0–${LOGICAL_SHARDS - 1}`);
  if (!(sequence >= 0 && sequence < SEQUENCES)) throw new RangeError(`sequence ${sequence} is not 0–${SEQUENCES - 1}`);
  const upper = Math.floor(elapsed / 4);
  const lower = (elapsed % 4) * LOGICAL_SHARDS * SEQUENCES + shard * SEQUENCES + sequence;
  return encodeBase32(upper, 8) + encodeBase32(lower, 5);
}

/** Reads an id back into its parts. Call `isId` first: the answer for other text is undefined behaviour. */
export function decodeSnowflake(id: string): SnowflakeParts {
  const upper = decodeBase32(id.slice(0, 8));
  const lower = decodeBase32(id.slice(8)) % LOW_BITS;
  return {
    time: EPOCH_MS + upper * 4 + Math.floor(lower / (LOGICAL_SHARDS * SEQUENCES)),
    shard: Math.floor(lower / SEQUENCES) % LOGICAL_SHARDS,
    sequence: lower % SEQUENCES,
  };
}

export function isId(text: string): boolean {
  return ID_PATTERN.test(text);
}

/** The logical shard that an id's row lives in. */
export function shardOfId(id: string): number {
  return Math.floor((decodeBase32(id.slice(8)) % LOW_BITS) / SEQUENCES) % LOGICAL_SHARDS;
}

/** When an id was made, in Unix ms. */
export function timeOfId(id: string): number {
  return decodeSnowflake(id).time;
}

/** The smallest id of a millisecond: a bound for range queries by time. */
export function firstIdAt(time: number): string {
  return encodeSnowflake({ time: Math.max(time, EPOCH_MS), shard: 0, sequence: 0 });
}
