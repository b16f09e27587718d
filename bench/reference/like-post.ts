import type { Handler } from 'hono';
import type { AppEnv } from './authenticate.ts';
import { commitLikes, type LikeChange } from './commit-likes.ts';
import type { Connections } from './connections.ts';
import { GroupCommit } from './group-commit.ts';
import { keys } from './keys.ts';

const LARGEST_GROUP = 500;

/** `POST` and `DELETE /posts/{id}/like`: in PostgreSQL before the answer, many likes a commit, then in Redis for the readers. */
export function likePost({ pool, redis }: Connections, liked: boolean): Handler<AppEnv> {
  const group = new GroupCommit<LikeChange, number>(LARGEST_GROUP, async (changes) => {
    const deltas = await commitLikes(pool, changes, liked);
    const posts = [...new Set(changes.map(({ post }) => post))];
    const [counts] = await Promise.all([
      Promise.all(posts.map((post) => redis.incrby(keys.likes(post), deltas.get(post) ?? 0))),
      ...changes.map(({ post, user }) =>
        liked ? redis.sadd(keys.liked(user), post) : redis.srem(keys.liked(user), post),
      ),
    ]);
    const countOf = new Map(posts.map((post, at) => [post, counts[at] ?? 0]));
    return changes.map(({ post }) => countOf.get(post) ?? 0);
  });
  return async (context) => {
    const likes = await group.add({ post: context.req.param('id') ?? '', user: context.get('userId'), liked });
    return context.json({ liked, likes });
  };
}
