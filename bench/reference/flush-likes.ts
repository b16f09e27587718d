import { commitLikes, type LikeChange } from './commit-likes.ts';
import type { Connections } from './connections.ts';
import { keys } from './keys.ts';

export const FLUSH_EVERY_MS = 10_000;
const ID_LENGTH = 13;
const ROWS_A_STATEMENT = 5_000;

/** Moves the likes gathered in Redis to PostgreSQL. The gathered hash is set aside first, so that a crash repeats a flush and loses none. */
export async function flushLikes({ pool, redis }: Connections): Promise<number> {
  const aside = `${keys.unflushedLikes}:flushing`;
  if ((await redis.exists(aside)) === 0) {
    if ((await redis.exists(keys.unflushedLikes)) === 0) return 0;
    await redis.rename(keys.unflushedLikes, aside);
  }
  const changes: LikeChange[] = Object.entries(await redis.hgetall(aside)).map(([field, value]) => ({
    post: field.slice(0, ID_LENGTH),
    user: field.slice(ID_LENGTH),
    liked: value === '1',
  }));
  for (const liked of [true, false]) {
    const ofKind = changes.filter((change) => change.liked === liked);
    for (let at = 0; at < ofKind.length; at += ROWS_A_STATEMENT) {
      await commitLikes(pool, ofKind.slice(at, at + ROWS_A_STATEMENT), liked);
    }
  }
  await redis.del(aside);
  return changes.length;
}
