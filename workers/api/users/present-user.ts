import type { User } from '../../../shared/contracts/index.ts';
import type { UserRow } from '../../../shared/db/accounts/find-user.ts';
import { notFound } from '../../../shared/errors/index.ts';
import type { Viewer } from '../../http/app-env.ts';
import type { Services } from '../../services.ts';
import { avatarUrl } from './avatar-url.ts';
import { type ViewerRelations, viewerRelations } from './viewer-relations.ts';

/** Step 1 of a profile, its skeleton, is the row that the route found. The others are here: hydrate, rules, present. */
export async function presentUser(services: Services, viewer: Viewer | null, row: UserRow | undefined): Promise<User> {
  const relations = row && (await viewerRelations(services, viewer, [row.id]))(row.id);
  if (!relations || !maySee(row, relations)) throw notFound('user');
  return presentUserRow(row, relations);
}

/** Rules: who left, who was suspended, and who blocked the viewer do not exist for the viewer. */
function maySee(row: UserRow, { blockedBy }: ViewerRelations): boolean {
  return row.status === 'active' && !blockedBy;
}

/** A user for a viewer who may see it. */
export function presentUserRow(row: UserRow, { blockedBy: _, ...viewer }: ViewerRelations): User {
  return {
    id: row.id,
    username: row.username,
    fullName: row.fullName,
    bio: row.bio,
    avatarUrl: avatarUrl(row.avatarMediaId),
    isPrivate: row.isPrivate,
    counts: { posts: row.postCount, followers: row.followerCount, following: row.followingCount },
    viewer,
    createdAt: new Date(row.createdAt).toISOString(),
  };
}
