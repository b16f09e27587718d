import type { IdGenerator } from '../ids/index.ts';
import { isClash } from './is-clash.ts';

/** Draws for one row: each is a new sequence in a later call, so even a full millisecond is passed. */
const MAX_DRAWS = 8;

/** Runs an insert with a new id of `shard`, and again with another when the primary key is taken. */
export async function withNewId<Result>(
  ids: IdGenerator,
  shard: number,
  now: number,
  insert: (id: string) => Promise<Result>,
): Promise<Result> {
  for (let draw = 1; ; draw++) {
    try {
      return await insert(ids.next(shard, now));
    } catch (error) {
      if (draw === MAX_DRAWS || !isClash(error)) throw error;
    }
  }
}
