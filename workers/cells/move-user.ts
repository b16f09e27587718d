import type { MovePage, MovePlace } from '../../durable-objects/timeline-cell/move-user.ts';
import { USER_TABLES } from '../../durable-objects/timeline-cell/user-tables.ts';
import { changeHomeCell } from '../../shared/db/cells/change-home-cell.ts';
import { listEdges } from '../../shared/db/cells/list-copies.ts';
import { type Move, type OwedMove, oweMove } from '../../shared/db/cells/owe-move.ts';
import { applyReverseEdge } from '../../shared/db/follows/apply-reverse-edge.ts';
import { settleWork } from '../../shared/db/outbox/settle-work.ts';
import { loadPeople } from '../../shared/db/people/load-people.ts';
import { AppError, notFound } from '../../shared/errors/index.ts';
import { shardOfId } from '../../shared/ids/index.ts';
import type { Services } from '../services.ts';

/**
 * Moves a user to another cell while they use it. Reads go on throughout; writes wait for the copy. The move is owed
 * before it begins, so one that died half-way is finished by the sweep, or by asking for it again.
 */
export async function moveUser(services: Services, move: Move): Promise<void> {
  const { shards, ids } = services;
  const { userId, fromCell, toCell } = move;
  if (fromCell === toCell) throw new AppError('conflict', { detail: 'The user lives in this cell already.' });
  const now = Date.now();
  const owed = await oweMove(shards, { ...move, id: ids.next(shardOfId(userId), now) }, now);
  if (!owed) {
    const home = await requireHome(services, userId);
    if (home === toCell) return;
    throw new AppError('conflict', { detail: `The user lives in ${home}, not in ${fromCell}.` });
  }
  if (owed.fromCell !== fromCell || owed.toCell !== toCell) {
    throw new AppError('conflict', { detail: `The user is on the way from ${owed.fromCell} to ${owed.toCell}.` });
  }
  await finishMove(services, owed);
  await settleWork(shards, [owed.id]);
}

/**
 * Does what is left of a move. Each step may be repeated, late, or run beside itself.
 *
 * 1. The old cell stops the user's writes, and its rows are copied. 2. The user's row names the new cell, which takes
 * their writes. 3. The audiences name the new cell, and only then is what they published read. 4. The old cell lets go,
 * and answers where the user is to whoever still asks there. Nothing goes back: a move that began is finished.
 */
export async function finishMove(services: Services, move: OwedMove): Promise<void> {
  const { shards, stubs } = services;
  const { userId, fromCell, toCell } = move;
  const home = await findHome(services, userId);
  if (home !== fromCell && home !== toCell) return;
  if (home === fromCell) {
    if (!(await copyUser(services, move))) return;
    await changeHomeCell(shards, move);
  }
  await stubs.cell(toCell).completeArrival(move);
  await takeOverAudiences(services, userId);
  await stubs.cell(fromCell).completeDeparture(move);
}

async function requireHome(services: Services, userId: string): Promise<string> {
  const home = await findHome(services, userId);
  if (home === undefined) throw notFound('user');
  return home;
}

async function findHome({ shards }: Pick<Services, 'shards'>, userId: string): Promise<string | undefined> {
  return (await loadPeople(shards, [userId])).get(userId)?.cellId;
}

async function copyUser({ stubs }: Services, move: OwedMove): Promise<boolean> {
  const [source, target] = [stubs.cell(move.fromCell), stubs.cell(move.toCell)];
  if (!(await source.beginDeparture(move))) return false;
  await target.beginArrival(move);
  for (let place: MovePlace | null = { table: USER_TABLES[0], offset: 0 }; place; ) {
    const page: MovePage = await source.exportUser(move.userId, place);
    await target.importUser(move, page);
    place = page.next;
  }
  return true;
}

/**
 * The audience of each followed source counts the user in the cell they live in; then the cell reads the sources. Who moved
 * on meanwhile is counted again: whoever moved them may have been first.
 */
async function takeOverAudiences(services: Services, userId: string): Promise<void> {
  const { shards, stubs } = services;
  for (let home = await findHome(services, userId); home !== undefined; ) {
    const edges = await listEdges(shards, [userId]);
    for (const edge of edges) {
      const pair = { followerId: userId, followeeId: edge.sourceId };
      await applyReverseEdge(shards, pair, { ...edge, followerCell: home });
    }
    const followed = edges.filter(({ state }) => state === 'following').map(({ sourceId }) => sourceId);
    await stubs.cell(home).refreshSources([userId, ...followed]);
    const known = home;
    home = await findHome(services, userId);
    if (home === known) return;
  }
}
