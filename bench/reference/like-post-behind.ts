import type { Handler } from 'hono';
import type { AppEnv } from './authenticate.ts';
import type { Connections } from './connections.ts';
import { keys } from './keys.ts';

/** Marks and counts in one step, and remembers the last word on each like until it is flushed. */
const MARK_LIKE = `
local changed = redis.call(ARGV[1] == '1' and 'SADD' or 'SREM', KEYS[1], ARGV[2])
if changed == 0 then return redis.call('INCRBY', KEYS[2], 0) end
redis.call('HSET', KEYS[3], ARGV[2] .. ARGV[3], ARGV[1])
return redis.call('INCRBY', KEYS[2], ARGV[1] == '1' and 1 or -1)`;

/** The write-behind form of a like: answered from Redis, in PostgreSQL within 10 s; a crash of Redis loses up to a second. */
export function likePostBehind({ redis }: Connections, liked: boolean): Handler<AppEnv> {
  redis.defineCommand('markLike', { numberOfKeys: 3, lua: MARK_LIKE });
  const mark = redis as typeof redis & { markLike(...words: string[]): Promise<number> };
  return async (context) => {
    const post = context.req.param('id') ?? '';
    const user = context.get('userId');
    const likes = await mark.markLike(
      keys.liked(user),
      keys.likes(post),
      keys.unflushedLikes,
      liked ? '1' : '0',
      post,
      user,
    );
    return context.json({ liked, likes });
  };
}
