import type { AppContext } from '../http/app-env.ts';
import { cacheContext } from '../http/cache-context.ts';
import { hydratePosts } from './hydrate-posts.ts';
import { presentPost } from './present-post.ts';
import { readMarks } from './read-marks.ts';

/** Posts as JSON, in the order of their ids; gone ones are left out. The caller has applied the rules. */
export async function presentPosts(
  c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>,
  postIds: readonly string[],
): Promise<string[]> {
  const { services, viewer, now } = c.var;
  const wanted = postIds.map((postId) => ({ postId, revision: 0 }));
  const [posts, marksOf] = await Promise.all([
    hydratePosts(services, wanted, cacheContext(c)),
    readMarks(services, viewer, postIds),
  ]);
  return postIds.flatMap((id) => {
    const post = posts.get(id);
    return post ? [presentPost(services, viewer, now, post, marksOf(id))] : [];
  });
}
