import type { Handler } from 'hono';
import type { AppEnv } from './authenticate.ts';
import type { LikeGatherer } from './like-gatherer.ts';

/** `POST` and `DELETE /posts/{id}/like`: the like and the count are committed in PostgreSQL before the answer. */
export function likePost(likes: LikeGatherer, liked: boolean): Handler<AppEnv> {
  return async (context) => {
    const change = { post: context.req.param('id') ?? '', user: context.get('userId'), liked };
    const count = await likes.submit(change);
    return count === undefined ? context.json({ code: 'not_found' }, 404) : context.json({ liked, likes: count });
  };
}
