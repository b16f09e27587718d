import {
  type RecalledPage,
  type ResidentCell,
  residentCells,
} from '../../../shared/domain/timelines/resident-cells.ts';
import { homeOf } from '../../cells/at-home.ts';
import { recallAtHome } from '../../cells/recall-at-home.ts';
import type { Viewer } from '../../http/app-env.ts';
import type { Services } from '../../services.ts';
import { decodeOnce, type FeedSkeleton } from './feed-skeleton.ts';

type Ways<Skeleton> = {
  recall(cell: ResidentCell): RecalledPage | undefined;
  call(): Promise<string>;
  decode(text: string): Skeleton;
};

/** The skeleton of a first page: of what the viewer's cell has at hand in this isolate, or answers to a call. */
export async function readFirstPage<Skeleton extends FeedSkeleton>(
  services: Services,
  viewer: Viewer,
  now: number,
  { recall, call, decode }: Ways<Skeleton>,
): Promise<Skeleton> {
  const page = recallAtHome(services, viewer, now, recall);
  if (page) return decodeOnce(page, decode);
  const text = await call();
  // The cell keeps what it answered: what is made of it now serves the next request too.
  const cell = residentCells.find(homeOf(viewer), now);
  const kept = cell && recall(cell);
  return kept ? decodeOnce(kept, decode) : decode(text);
}
