import { type RecalledPage, type ResidentCell, residentCells } from '../../shared/domain/timelines/resident-cells.ts';
import type { Viewer } from '../http/app-env.ts';
import { homeOf } from './at-home.ts';

/** What the viewer's cell has at hand, if it runs in this isolate: `ResidentCells` says when that is. */
export function recallAtHome(
  viewer: Viewer,
  now: number,
  recall: (cell: ResidentCell) => RecalledPage | undefined,
): RecalledPage | undefined {
  const cell = residentCells.find(homeOf(viewer), now);
  return cell && recall(cell);
}
