import { setTimeout as wait } from 'node:timers/promises';
import type { TimelineCell } from '../../durable-objects/timeline-cell/timeline-cell.ts';
import { RecentMap } from '../../shared/domain/caching/recent-map.ts';
import { AppError } from '../../shared/errors/index.ts';
import type { Viewer } from '../http/app-env.ts';
import type { Services } from '../services.ts';

/** A write that meets a move waits for it, at most this often and long. */
const MOVE_TRIES = 50;
const MOVE_WAIT_MS = 100;
/** Users known to have moved since their token was signed; the token's cell answers where they are. */
const MAX_MOVED = 10_000;
const moved = new RecentMap<string, string>(MAX_MOVED);

/** Calls the viewer's cell: the one of the token, or the one that the user has moved to since. */
export async function atHome<Result>(
  { stubs }: Pick<Services, 'stubs'>,
  viewer: Viewer,
  call: (cell: DurableObjectStub<TimelineCell>) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call(stubs.cell(homeOf(viewer)));
    } catch (error) {
      const cellId = movedTo(error);
      if (cellId === undefined) throw error;
      if (attempt === MOVE_TRIES) throw new AppError('unavailable', { headers: { 'Retry-After': '5' } });
      if (cellId === '') await wait(MOVE_WAIT_MS);
      else moved.set(viewer.id, cellId);
    }
  }
}

/** The cell in which the viewer lives, as far as this isolate knows. */
export function homeOf(viewer: Viewer): string {
  return moved.get(viewer.id) ?? viewer.cell;
}

/** Where the user lives, when that is what the cell's error says: only own properties survive RPC. */
function movedTo(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'cell-moved') return undefined;
  return 'cellId' in error && typeof error.cellId === 'string' ? error.cellId : undefined;
}
