import { loadPeople, type PersonRow } from '../../shared/db/people/load-people.ts';
import { canSeePosts } from '../../shared/domain/visibility/can-see-posts.ts';
import { notFound } from '../../shared/errors/index.ts';
import type { Viewer } from '../http/app-env.ts';
import type { Services } from '../services.ts';
import { describeStandings, readStandings, type ViewerStanding } from './present-people.ts';

export type VisibleUser = { person: PersonRow; standing: ViewerStanding | undefined; canSeePosts: boolean };

/**
 * Who sees whom: an active account, unless it blocks the viewer. Its posts, media, followers and counts of them: by
 * `canSeePosts`. 404 otherwise, of `what` the caller looks for.
 */
export async function requireVisibleUser(
  services: Services,
  viewer: Viewer | null,
  userId: string,
  what = 'user',
): Promise<VisibleUser> {
  const [people, standings] = await Promise.all([
    loadPeople(services.shards, [userId]),
    describeStandings(services, viewer, [userId]),
  ]);
  const person = people.get(userId);
  const standing = standings.get(userId);
  if (!person || standing?.blockedBy) throw notFound(what);
  return { person, standing, canSeePosts: canSeePosts(viewer?.id, person, standing) };
}

/** The same for the author of a post, whose row came with it: asks the viewer's cell only, and nobody without a viewer. */
export async function requireVisibleAuthor(
  services: Services,
  viewer: Viewer | null,
  author: PersonRow,
  what: string,
): Promise<void> {
  const standing = (await readStandings(services, viewer, [author.id])).get(author.id);
  if (!canSeePosts(viewer?.id, author, standing)) throw notFound(what);
}

/** The same for what only those who may see the posts may see. */
export async function requireVisiblePostsOf(
  services: Services,
  viewer: Viewer | null,
  userId: string,
): Promise<VisibleUser> {
  const user = await requireVisibleUser(services, viewer, userId);
  if (!user.canSeePosts) throw notFound('user');
  return user;
}
