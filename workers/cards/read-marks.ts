import { atHome } from '../cells/at-home.ts';
import type { Viewer } from '../http/app-env.ts';
import type { Services } from '../services.ts';
import { NO_MARKS, type PostMarks } from './present-post.ts';

/** The viewer's marks on each post: one call to the viewer's cell, none for an anonymous viewer. */
export async function readMarks(
  services: Services,
  viewer: Viewer | null,
  postIds: readonly string[],
): Promise<(postId: string) => PostMarks> {
  if (!viewer || postIds.length === 0) return () => NO_MARKS;
  const marks = await atHome(services, viewer, (cell) => cell.describePosts(viewer.id, [...postIds]));
  const byPost = new Map(postIds.map((id, index) => [id, marks[index]]));
  return (postId) => byPost.get(postId) ?? NO_MARKS;
}
