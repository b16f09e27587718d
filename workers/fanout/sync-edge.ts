import { applyReverseEdge } from '../../shared/db/follows/apply-reverse-edge.ts';
import { type Edge, findEdge } from '../../shared/db/follows/change-follow.ts';
import type { Services } from '../services.ts';

/**
 * Brings every copy of an edge up to date with its truth: the follower's cell, the reverse edge with the counts and the
 * audience, and for a follow the recent posts. Idempotent, and safe beside another run of itself.
 *
 * The order matters. The cell must know the edge before deliveries can come; the audience must name the cell before D1
 * is read for recent posts: a post that is committed after that read is delivered, one committed before is in it. And a
 * follower who moved meanwhile is looked at again: the move may have been first to say where the audience is.
 */
export async function syncEdge({ shards, stubs }: Services, edge: Edge): Promise<void> {
  const shard = shards.forId(edge.followerId);
  for (let truth = await findEdge(shard, edge); truth; ) {
    const cell = stubs.cell(truth.followerCell);
    const { state, version, followerCell } = truth;
    await cell.applyEdge({ userId: edge.followerId, sourceId: edge.followeeId, state, version });
    await applyReverseEdge(shards, edge, truth);
    [truth] = await Promise.all([
      findEdge(shard, edge),
      state === 'following' ? cell.refreshSource(edge.followeeId) : undefined,
    ]);
    if (truth?.followerCell === followerCell) return;
  }
}
