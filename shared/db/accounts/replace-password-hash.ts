import { and, eq } from 'drizzle-orm';
import { users } from '../schema/index.ts';
import type { ShardRouter } from '../shard-router.ts';

/** Stores a hash of the same password at a newer cost, unless the password was changed meanwhile. */
export async function replacePasswordHash(
  shards: ShardRouter,
  userId: string,
  oldHash: string,
  newHash: string,
): Promise<void> {
  const { db } = shards.forId(userId);
  await db
    .update(users)
    .set({ passwordHash: newHash })
    .where(and(eq(users.id, userId), eq(users.passwordHash, oldHash)));
}
