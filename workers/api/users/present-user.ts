import type { User } from '../../../shared/contracts/index.ts';
import type { UserRow } from '../../../shared/db/accounts/find-user.ts';
import { avatarUrl } from '../../../shared/domain/media/media-urls.ts';
import { notFound } from '../../../shared/errors/index.ts';
import type { Viewer } from '../../http/app-env.ts';
import { describeStandings, type ViewerStanding } from '../../people/present-people.ts';
import type { Services } from '../../services.ts';

const STRANGER: User['viewer'] = {
  following: false,
  requested: false,
  followedBy: false,
  blocking: false,
  muting: false,
};

/** A profile. The route found the row (skeleton); here it is hydrated with the viewer's standing, judged and presented. */
export async function presentUser(services: Services, viewer: Viewer | null, row: UserRow | undefined): Promise<User> {
  const standing = row && (await describeStandings(services, viewer, [row.id])).get(row.id);
  if (!row || !maySee(row, standing)) throw notFound('user');
  return presentUserRow(row, standing);
}

/** Rules: who left, who was suspended, and who blocked the viewer do not exist for the viewer. */
function maySee({ status }: UserRow, standing: ViewerStanding | undefined): boolean {
  return status === 'active' && !standing?.blockedBy;
}

/** A user for a viewer who may see it. That the user blocked the viewer is never told. */
export function presentUserRow(row: UserRow, standing?: ViewerStanding): User {
  const { blockedBy: _, ...viewer } = { ...STRANGER, blockedBy: false, ...standing };
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
