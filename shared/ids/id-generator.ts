import { encodeSnowflake, LOGICAL_SHARDS, SEQUENCES } from './snowflake.ts';

/**
 * Ids do not go back when the clock is set back by up to this much (ms). A clock that was further ahead is not followed:
 * all ids until then would be of one moment, and posts of different shards in no order.
 */
const MAX_AHEAD_MS = 1_000;

export type RandomInt = (exclusiveMax: number) => number;

/** Makes ids for one isolate. Two isolates may draw the same id: the insert's primary key decides, and the loser draws again. */
export type IdGenerator = {
  /** A new id in `shard` at `now` (Unix ms); later calls of this generator never sort before earlier ones of the same shard and ms. */
  next(shard: number, now: number): string;
  /** A shard drawn evenly, for a new user. */
  randomShard(): number;
};

/** A generator that starts each millisecond at a random sequence, so that isolates rarely meet. */
export function createIdGenerator(randomInt: RandomInt = cryptoRandomInt): IdGenerator {
  let lastTime = 0;
  let sequence = 0;
  return {
    next(shard, now) {
      if (now > lastTime || lastTime - now > MAX_AHEAD_MS) {
        lastTime = now;
        sequence = randomInt(SEQUENCES / 2);
      } else if (sequence + 1 >= SEQUENCES) {
        // The millisecond is used up: borrow the next one rather than wait.
        lastTime += 1;
        sequence = 0;
      } else {
        sequence += 1;
      }
      return encodeSnowflake({ time: lastTime, shard, sequence });
    },
    randomShard: () => randomInt(LOGICAL_SHARDS),
  };
}

function cryptoRandomInt(exclusiveMax: number): number {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
  return value % exclusiveMax;
}
