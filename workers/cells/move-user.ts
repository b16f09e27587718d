import type { MovePage, MovePlace } from '../../durable-objects/timeline-cell/move-user.ts';
import { USER_TABLES } from '../../durable-objects/timeline-cell/user-tables.ts';
import { changeHomeCell } from '../../shared/db/cells/change-home-cell.ts';
import { listEdges } from '../../shared/db/cells/list-copies.ts';
import { applyReverseEdge } from '../../shared/db/follows/apply-reverse-edge.ts';
import { loadPeople } from '../../shared/db/people/load-people.ts';
import { AppError, notFound } from '../../shared/errors/index.ts';
import type { Services } from '../services.ts';

export type Move = { userId: string; fromCell: string; toCell: string };

/**
 * Moves a user to another cell while they use it. Reads go on throughout; writes wait for the copy. Each step may be
 * repeated, so a move that died half-way is finished by asking for it again.
 *
 * 1. The old cell stops the user's writes, and its rows are copied. 2. The user's row names the new cell: from here the
 * move only goes forward. 3. The audiences name the new cell, and only then is what they published read. 4. The old
 * cell lets go, and answers where the user is to whoever still asks there.
 */
export async function moveUser(services: Services, move: Move): Promise<void> {
  const { shards, stubs } = services;
  const { userId, fromCell, toCell } = move;
  if (fromCell === toCell) throw new AppError('conflict', { detail: 'The user lives in this cell already.' });
  const home = await findHome(services, userId);
  if (home !== fromCell && home !== toCell) {
    throw new AppError('conflict', { detail: `The user lives in ${home}, not in ${fromCell}.` });
  }
  if (home === fromCell) {
    await copyUser(services, move);
    await changeHomeCell(shards, move);
  }
  await takeOverAudiences(services, move);
  await stubs.cell(fromCell).completeDeparture(userId, toCell);
}

async function findHome({ shards }: Services, userId: string): Promise<string> {
  const person = (await loadPeople(shards, [userId])).get(userId);
  if (!person) throw notFound('user');
  return person.cellId;
}

async function copyUser({ stubs }: Services, { userId, fromCell, toCell }: Move): Promise<void> {
  const [source, target] = [stubs.cell(fromCell), stubs.cell(toCell)];
  await source.beginDeparture(userId);
  for (let place: MovePlace | null = { table: USER_TABLES[0], offset: 0 }; place; ) {
    const page: MovePage = await source.exportUser(userId, place);
    await target.importUser(userId, page);
    place = page.next;
  }
}

/** The audience of each followed source counts the user in the new cell; then the cell reads the sources. */
async function takeOverAudiences({ shards, stubs }: Services, { userId, toCell }: Move): Promise<void> {
  const edges = await listEdges(shards, [userId]);
  for (const edge of edges) {
    await applyReverseEdge(
      shards,
      { followerId: userId, followeeId: edge.sourceId },
      { ...edge, followerCell: toCell },
    );
  }
  const followed = edges.filter(({ state }) => state === 'following').map(({ sourceId }) => sourceId);
  await stubs.cell(toCell).refreshSources([userId, ...followed]);
}
