import { type RecalledPage, type ResidentCell, residentCells } from '../../shared/domain/timelines/resident-cells.ts';
import type { Viewer } from '../http/app-env.ts';
import type { Services } from '../services.ts';
import { homeOf } from './at-home.ts';

/** What the viewer's cell has at hand, if it runs in this isolate: `ResidentCells` says when that is. */
export function recallAtHome(
  { layers }: Pick<Services, 'layers'>,
  viewer: Viewer,
  now: number,
  recall: (cell: ResidentCell) => RecalledPage | undefined,
): RecalledPage | undefined {
  const cell = residentCells.find(homeOf(viewer), now);
  const page = cell && recall(cell);
  layers.cell[page ? 'hits' : 'misses'] += 1;
  return page;
}
