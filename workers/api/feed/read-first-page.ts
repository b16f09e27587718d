import {
  type RecalledPage,
  type ResidentCell,
  residentCells,
} from '../../../shared/domain/timelines/resident-cells.ts';
import { homeOf } from '../../cells/at-home.ts';
import type { Viewer } from '../../http/app-env.ts';
import type { Services } from '../../services.ts';
import { decodeOnce, type FeedSkeleton } from './feed-skeleton.ts';

type Ways<Skeleton> = {
  recall(cell: ResidentCell): RecalledPage | undefined;
  call(): Promise<string>;
  decode(text: string): Skeleton;
};

/**
 * The skeleton of a first page: of what the viewer's cell has at hand, if it runs in this isolate (`ResidentCells` says when
 * that is), or of what it answers to a call.
 */
export async function readFirstPage<Skeleton extends FeedSkeleton>(
  { layers }: Pick<Services, 'layers'>,
  viewer: Viewer,
  now: number,
  { recall, call, decode }: Ways<Skeleton>,
): Promise<Skeleton> {
  const findCell = () => residentCells.find(homeOf(viewer), now);
  const cell = findCell();
  const page = cell && recall(cell);
  layers.cell[page ? 'hits' : 'misses'] += 1;
  if (page) {
    cell.noteAnswered();
    return decodeOnce(page, decode);
  }
  const text = await call();
  // The cell keeps what it answered: what is made of it now serves the next request too.
  const called = findCell();
  const kept = called && recall(called);
  return kept ? decodeOnce(kept, decode) : decode(text);
}
