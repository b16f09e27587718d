import type { UserCopies } from '../../durable-objects/timeline-cell/rebuild-user.ts';
import { listBlocks, listCellUsers, listEdges } from '../../shared/db/cells/list-copies.ts';
import type { Services } from '../services.ts';

/**
 * Writes a cell's copies anew from D1 while it serves: edges and blocks of each user, then the recent entries of every
 * followed source. Likes, saves and mutes are the cell's own truth and stay. Answers how many users were rebuilt.
 */
export async function rebuildCell({ shards, stubs }: Services, cellId: string): Promise<number> {
  const cell = stubs.cell(cellId);
  let users = 0;
  for (let after = ''; ; ) {
    const userIds = await listCellUsers(shards, cellId, after);
    if (userIds.length === 0) return users;
    const copies = await readCopies({ shards }, userIds);
    await cell.rebuildUsers(copies);
    const sources = new Set(copies.flatMap(({ userId, edges }) => [userId, ...followedOf(edges)]));
    await cell.refreshSources([...sources]);
    users += userIds.length;
    after = userIds.at(-1) ?? after;
  }
}

async function readCopies({ shards }: Pick<Services, 'shards'>, userIds: readonly string[]): Promise<UserCopies[]> {
  const [edges, blocks] = await Promise.all([listEdges(shards, userIds), listBlocks(shards, userIds)]);
  const edgesOf = Map.groupBy(edges, ({ userId }) => userId);
  const givenBy = Map.groupBy(blocks, ({ blockerId }) => blockerId);
  const gotBy = Map.groupBy(blocks, ({ blockedId }) => blockedId);
  return userIds.map((userId) => ({
    userId,
    edges: (edgesOf.get(userId) ?? []).map(({ sourceId, state, version }) => ({ sourceId, state, version })),
    blocking: (givenBy.get(userId) ?? []).map(({ blockedId, version }) => ({ otherId: blockedId, version })),
    blockedBy: (gotBy.get(userId) ?? []).map(({ blockerId, version }) => ({ otherId: blockerId, version })),
  }));
}

function followedOf(edges: UserCopies['edges']): string[] {
  return edges.filter(({ state }) => state === 'following').map(({ sourceId }) => sourceId);
}
