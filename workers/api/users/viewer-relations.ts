import type { User } from '../../../shared/contracts/index.ts';
import { loadRelations } from '../../../shared/db/accounts/load-relations.ts';
import type { Viewer } from '../../http/app-env.ts';
import type { Services } from '../../services.ts';

/** What the viewer is told, and `blockedBy`, which only rules may read: nobody learns that they were blocked. */
export type ViewerRelations = User['viewer'] & { blockedBy: boolean };

export const NO_RELATIONS: ViewerRelations = {
  following: false,
  requested: false,
  followedBy: false,
  blocking: false,
  muting: false,
  blockedBy: false,
};

/** How the viewer stands to each of the users; nobody stands to anybody when the viewer is anonymous. */
export async function viewerRelations(
  { shards, stubs }: Services,
  viewer: Viewer | null,
  userIds: readonly string[],
): Promise<(userId: string) => ViewerRelations> {
  const others = userIds.filter((id) => id !== viewer?.id);
  if (!viewer || others.length === 0) return () => NO_RELATIONS;
  // Edges and blocks from their truth; mutes are the cell's own.
  const [relations, standings] = await Promise.all([
    loadRelations(shards, viewer.id, others),
    stubs.cell(viewer.cell).describePeople(viewer.id, others),
  ]);
  const muted = new Set(others.filter((_, i) => standings[i]?.muting));
  return (userId) => {
    const known = relations.get(userId);
    return known ? { ...known, muting: muted.has(userId) } : NO_RELATIONS;
  };
}
