import type { Author, Person } from '../../shared/contracts/index.ts';
import { findFollowersAmong } from '../../shared/db/follows/list-follows.ts';
import { loadPeople, type PersonRow } from '../../shared/db/people/load-people.ts';
import { avatarUrl } from '../../shared/domain/media/media-urls.ts';
import { isParted } from '../../shared/domain/visibility/can-see-posts.ts';
import { atHome } from '../cells/at-home.ts';
import type { Viewer } from '../http/app-env.ts';
import type { Services } from '../services.ts';

const STRANGER = { following: false, requested: false, followedBy: false, blocking: false, muting: false };

/** Rows of a list of people in the order of `ids`; those who block the viewer or whom the viewer blocks are left out. */
export async function presentPeople(
  services: Services,
  viewer: Viewer | null,
  ids: readonly string[],
): Promise<Person[]> {
  const [people, standings] = await Promise.all([
    loadPeople(services.shards, ids),
    describeStandings(services, viewer, ids),
  ]);
  return ids.flatMap((id) => {
    const row = people.get(id);
    const standing = standings.get(id);
    if (!row || isParted(standing)) return [];
    const { blockedBy: _hidden, ...flags } = standing ?? { ...STRANGER, blockedBy: false };
    return [{ ...presentAuthor(row), viewer: flags }];
  });
}

export function presentAuthor({ id, username, fullName, avatarMediaId, isPrivate }: PersonRow): Author {
  return { id, username, fullName, avatarUrl: avatarUrl(avatarMediaId), isPrivate };
}

export type ViewerStanding = Person['viewer'] & { blockedBy: boolean };

/** How the viewer stands to each of the others; empty for an anonymous viewer. One call to the viewer's cell, one query. */
export async function describeStandings(
  services: Services,
  viewer: Viewer | null,
  otherIds: readonly string[],
): Promise<Map<string, ViewerStanding>> {
  if (!viewer || otherIds.length === 0) return new Map();
  const [standings, followedBy] = await Promise.all([
    readStandings(services, viewer, otherIds),
    findFollowersAmong(services.shards, viewer.id, otherIds),
  ]);
  return new Map([...standings].map(([id, standing]) => [id, { ...standing, followedBy: followedBy.has(id) }]));
}

/** The same without who follows the viewer: all that rules need, and no query. */
export async function readStandings(
  services: Services,
  viewer: Viewer | null,
  otherIds: readonly string[],
): Promise<Map<string, ViewerStanding>> {
  if (!viewer || otherIds.length === 0) return new Map();
  const ids = [...otherIds];
  const standings = await atHome(services, viewer, (cell) => cell.describePeople(viewer.id, ids));
  return new Map(ids.map((id, index) => [id, { ...STRANGER, blockedBy: false, ...standings[index] }]));
}
