import { canSeePosts } from '../../shared/domain/visibility/can-see-posts.ts';
import type { AppContext } from '../http/app-env.ts';
import { cacheContext } from '../http/cache-context.ts';
import { readStandings } from '../people/present-people.ts';
import { hydratePosts } from './hydrate-posts.ts';

/** Of a list of posts by anybody, those that the viewer may see by `canSeePosts`, in their order. */
export async function visiblePostIds(
  c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>,
  postIds: readonly string[],
): Promise<string[]> {
  const { services, viewer } = c.var;
  const wanted = postIds.map((postId) => ({ postId, revision: 0 }));
  const posts = await hydratePosts(services, wanted, cacheContext(c));
  const authors = new Set([...posts.values()].map(({ card }) => card.authorId));
  const standings = await readStandings(services, viewer, [...authors]);
  return postIds.filter((id) => {
    const post = posts.get(id);
    if (!post) return false;
    const { authorId } = post.card;
    const author = { id: authorId, isPrivate: post.author.person.isPrivate };
    return canSeePosts(viewer?.id, author, standings.get(authorId));
  });
}
