import type { Handler } from 'hono';
import { feedQuerySchema } from '../../shared/contracts/feed.ts';
import type { AppEnv } from './authenticate.ts';
import type { Card } from './card.ts';
import type { Connections } from './connections.ts';
import { keys } from './keys.ts';
import { loadCards } from './load-cards.ts';
import { loadViews } from './load-views.ts';

/** `GET /feed`: ids from the timeline, cards from the cache, and the viewer's part from PostgreSQL; one batched read each. */
export function readHome(connections: Connections): Handler<AppEnv> {
  return async (context) => {
    const query = feedQuerySchema.safeParse(context.req.query());
    if (!query.success) return context.json({ code: 'invalid' }, 422);
    const { limit, cursor } = query.data;
    const user = context.get('userId');
    const before = cursor === undefined ? '+' : `(${cursor}`;
    const ids = await connections.redis.zrevrangebylex(keys.timeline(user), before, '-', 'LIMIT', 0, limit + 1);
    const hasMore = ids.length > limit;
    if (hasMore) ids.pop();
    if (ids.length === 0) return context.json({ posts: [], nextCursor: null });
    const [cards, views] = await Promise.all([loadCards(connections, ids), loadViews(connections.pool, user, ids)]);
    const posts: (Card & { reason: string })[] = [];
    for (const id of ids) {
      const card = cards.get(id);
      const view = views.get(id);
      if (card && view) posts.push({ ...card, ...view, reason: 'following' });
    }
    return context.json({ posts, nextCursor: hasMore ? ids.at(-1) : null });
  };
}
