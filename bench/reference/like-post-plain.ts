import type { Handler } from 'hono';
import type { AppEnv } from './authenticate.ts';
import { commitLikes } from './commit-likes.ts';
import type { Connections } from './connections.ts';

/** The form that is written first: a statement and a commit a like. The post's row is locked until each is on disk. */
export function likePostPlain({ pool }: Connections, liked: boolean): Handler<AppEnv> {
  return async (context) => {
    const post = context.req.param('id') ?? '';
    const counts = await commitLikes(pool, [{ post, user: context.get('userId'), liked }], liked);
    const count = counts.get(post);
    return count === undefined ? context.json({ code: 'not_found' }, 404) : context.json({ liked, likes: count });
  };
}
