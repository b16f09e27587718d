import { canSeePosts } from '../../shared/domain/visibility/can-see-posts.ts';
import type { AppContext, Viewer } from '../http/app-env.ts';
import { cacheContext } from '../http/cache-context.ts';
import { readStandings } from '../people/present-people.ts';
import type { Services } from '../services.ts';
import { hydratePosts } from './hydrate-posts.ts';

/** Of a list of posts by anybody, those that the viewer may see by `canSeePosts`, in their order. */
export async function visiblePostIds(
  c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>,
  postIds: readonly string[],
): Promise<string[]> {
  const { services, viewer } = c.var;
  const wanted = postIds.map((postId) => ({ postId, revision: 0 }));
  const posts = await hydratePosts(services, wanted, cacheContext(c));
  const visible = await findVisible(
    services,
    viewer,
    new Map([...posts].map(([id, { author }]) => [id, author.person])),
  );
  return postIds.filter((id) => visible.has(id));
}

/** Of posts, each with its author, those that the viewer may see. */
export async function findVisible(
  services: Services,
  viewer: Viewer | null,
  authors: ReadonlyMap<string, { id: string; isPrivate: boolean }>,
): Promise<Set<string>> {
  const authorIds = new Set([...authors.values()].map(({ id }) => id));
  const standings = await readStandings(services, viewer, [...authorIds]);
  const visible = [...authors].filter(([, author]) => canSeePosts(viewer?.id, author, standings.get(author.id)));
  return new Set(visible.map(([postId]) => postId));
}
