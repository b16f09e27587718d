import { sql } from 'drizzle-orm';
import type { ShardRouter } from '../shard-router.ts';
import type { OwedMove } from './owe-move.ts';

/** Names the cell that a user lives in from now on, if they still live in `fromCell` and the move is still owed. */
export async function changeHomeCell(shards: ShardRouter, { id, userId, fromCell, toCell }: OwedMove): Promise<void> {
  await shards.forId(userId).db.run(sql`
    UPDATE users SET cell_id = ${toCell}
    WHERE id = ${userId} AND cell_id = ${fromCell} AND EXISTS (SELECT 1 FROM outbox WHERE id = ${id})`);
}
