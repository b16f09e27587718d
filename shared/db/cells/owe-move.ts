import { sql } from 'drizzle-orm';
import { commitAndRead } from '../commit-batch.ts';
import type { OutboxWork } from '../outbox/outbox-work.ts';
import { oweWorkIf } from '../outbox/owe-work.ts';
import type { ShardRouter } from '../shard-router.ts';

export type Move = { userId: string; fromCell: string; toCell: string };
/** A move that is owed; later moves of the same user have higher ids. */
export type OwedMove = Move & { id: string };

/**
 * Owes a move of a user who lives in `fromCell`, unless one is under way. Answers the one that is owed then, which may
 * lead elsewhere; undefined when the user does not live there.
 */
export async function oweMove(
  shards: ShardRouter,
  { id, userId, fromCell, toCell }: OwedMove,
  now: number,
): Promise<OwedMove | undefined> {
  const underWay = sql`topic = 'move' AND payload ->> 'userId' = ${userId}`;
  const [row] = await commitAndRead<{ id: string; payload: string }>(shards.forId(userId), [
    oweWorkIf(
      sql`EXISTS (SELECT 1 FROM users WHERE id = ${userId} AND cell_id = ${fromCell})
        AND NOT EXISTS (SELECT 1 FROM outbox WHERE ${underWay})`,
      { id, work: { topic: 'move', userId, fromCell, toCell } },
      now,
    ),
    sql`SELECT id, payload FROM outbox WHERE ${underWay}`,
  ]);
  if (!row) return undefined;
  const { topic: _, ...move } = JSON.parse(row.payload) as Extract<OutboxWork, { topic: 'move' }>;
  return { id: row.id, ...move };
}
