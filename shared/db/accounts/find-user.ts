import { and, eq } from 'drizzle-orm';
import { handles, users } from '../schema/index.ts';
import type { ShardRouter } from '../shard-router.ts';
import type { Handle } from './reserve-handle.ts';

export type UserRow = typeof users.$inferSelect;

/** The account, whatever its status. */
export async function findUser(shards: ShardRouter, id: string): Promise<UserRow | undefined> {
  return shards.forId(id).db.select().from(users).where(eq(users.id, id)).get();
}

/** The account that owns a handle (normalized). */
export async function findUserByHandle(shards: ShardRouter, handle: Handle): Promise<UserRow | undefined> {
  const { db } = shards.forHandle(handle.kind, handle.value);
  const owner = await db
    .select({ userId: handles.userId })
    .from(handles)
    .where(and(eq(handles.kind, handle.kind), eq(handles.value, handle.value)))
    .get();
  return owner ? findUser(shards, owner.userId) : undefined;
}
