import type { Handler } from 'hono';
import { feedQuerySchema } from '../../shared/contracts/feed.ts';
import type { AppEnv } from './authenticate.ts';
import { authorOfCard, finishCard } from './card.ts';
import type { Connections } from './connections.ts';
import { keys } from './keys.ts';
import { loadMissingCards } from './load-cards.ts';

/** `GET /feed`: two round trips to Redis, one for the ids and one for everything about them. */
export function readHome(connections: Connections): Handler<AppEnv> {
  const { redis } = connections;
  return async (context) => {
    const query = feedQuerySchema.safeParse(context.req.query());
    if (!query.success) return context.json({ code: 'invalid' }, 422);
    const { limit, cursor } = query.data;
    const user = context.get('userId');
    const from = cursor === undefined ? '+' : `(${cursor}`;
    const ids = await redis.zrevrangebylex(keys.timeline(user), from, '-', 'LIMIT', 0, limit + 1);
    const hasMore = ids.length > limit;
    if (hasMore) ids.pop();
    if (ids.length === 0) return context.json({ posts: [], nextCursor: null });
    const [cards, likes, liked, saved, hidden] = await Promise.all([
      redis.mget(ids.map(keys.card)),
      redis.mget(ids.map(keys.likes)),
      redis.smismember(keys.liked(user), ids),
      redis.smismember(keys.saved(user), ids),
      redis.smembers(keys.hidden(user)),
    ]);
    await loadMissingCards(connections, ids, cards);
    const unwanted = new Set(hidden);
    const posts: string[] = [];
    for (let at = 0; at < ids.length; at++) {
      const card = cards[at];
      if (typeof card !== 'string' || unwanted.has(authorOfCard(card))) continue;
      posts.push(
        finishCard(card, {
          likes: Number(likes[at] ?? 0),
          liked: liked[at] === 1,
          saved: saved[at] === 1,
          reason: 'following',
        }),
      );
    }
    const nextCursor = hasMore ? `"${ids.at(-1)}"` : 'null';
    context.header('Content-Type', 'application/json');
    return context.body(`{"posts":[${posts.join(',')}],"nextCursor":${nextCursor}}`);
  };
}
