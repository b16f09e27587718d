import type { User } from '../../../shared/contracts/index.ts';
import type { UserRow } from '../../../shared/db/accounts/find-user.ts';
import { avatarUrl } from './avatar-url.ts';

/** How an anonymous viewer, or the user itself, stands to a user. */
export const NO_RELATIONS: User['viewer'] = {
  following: false,
  requested: false,
  followedBy: false,
  blocking: false,
  muting: false,
};

/** A user for a viewer who may see it. */
export function presentUserRow(row: UserRow, viewer: User['viewer']): User {
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
