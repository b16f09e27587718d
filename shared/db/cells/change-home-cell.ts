import { sql } from 'drizzle-orm';
import type { ShardRouter } from '../shard-router.ts';

/** Names the cell that a user lives in from now on, if they still live in `fromCell`. */
export async function changeHomeCell(
  shards: ShardRouter,
  { userId, fromCell, toCell }: { userId: string; fromCell: string; toCell: string },
): Promise<void> {
  await shards
    .forId(userId)
    .db.run(sql`UPDATE users SET cell_id = ${toCell} WHERE id = ${userId} AND cell_id = ${fromCell}`);
}
