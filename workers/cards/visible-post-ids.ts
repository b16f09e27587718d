import type { AppContext } from '../http/app-env.ts';
import { cacheContext } from '../http/cache-context.ts';
import { readStandings } from '../people/present-people.ts';
import { hydratePosts } from './hydrate-posts.ts';

/** The rule of `requireVisibleUser`, for a list of posts by anybody: those that the viewer may see, in their order. */
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
    if (post.card.authorId === viewer?.id) return true;
    const standing = standings.get(post.card.authorId);
    if (standing?.blocking || standing?.blockedBy) return false;
    return !post.author.person.isPrivate || standing?.following === true;
  });
}
