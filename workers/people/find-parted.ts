import { isParted } from '../../shared/domain/visibility/can-see-posts.ts';
import { atHome } from '../cells/at-home.ts';
import type { Viewer } from '../http/app-env.ts';
import type { Services } from '../services.ts';

/** Those of `ids` whom the viewer blocks or who block the viewer: one call to the viewer's cell, which knows both. */
export async function findParted(
  services: Services,
  viewer: Viewer | null,
  ids: readonly string[],
): Promise<Set<string>> {
  if (!viewer || ids.length === 0) return new Set();
  const standings = await atHome(services, viewer, (cell) => cell.describePeople(viewer.id, [...ids]));
  return new Set(ids.filter((_, index) => isParted(standings[index])));
}
