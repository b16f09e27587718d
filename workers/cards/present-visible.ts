import type { AppContext } from '../http/app-env.ts';
import { presentPosts } from './present-posts.ts';
import { visiblePostIds } from './visible-post-ids.ts';

/** The posts of a page as JSON, in its order, without those that the viewer may not see. */
export async function presentVisible(
  c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>,
  page: readonly { id: string }[],
): Promise<string[]> {
  const ids = page.map(({ id }) => id);
  return presentPosts(c, await visiblePostIds(c, ids));
}
