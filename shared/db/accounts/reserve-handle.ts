import { and, eq } from 'drizzle-orm';
import { handles, users } from '../schema/index.ts';
import type { ShardRouter } from '../shard-router.ts';

export type Handle = { kind: 'username' | 'email'; value: string };

/** A reservation older than this whose account was never written belongs to a sign-up that died. */
const ABANDONED_AFTER_MS = 60_000;

/** Takes a handle (normalized) for a user to be; false when somebody else has it. Repeating it for one user changes nothing. */
export async function reserveHandle(
  shards: ShardRouter,
  handle: Handle,
  userId: string,
  now: number,
): Promise<boolean> {
  const { db } = shards.forHandle(handle.kind, handle.value);
  const inserted = await db
    .insert(handles)
    .values({ ...handle, userId, reservedAt: now })
    .onConflictDoNothing();
  if (inserted.meta.changes === 1) return true;
  const holder = await db.select().from(handles).where(isHandle(handle)).get();
  if (!holder) return false;
  if (holder.userId === userId) return true;
  if (holder.reservedAt > now - ABANDONED_AFTER_MS || (await accountExists(shards, holder.userId))) return false;
  // A late holder that has just confirmed has changed `reservedAt`, so this update then touches no row.
  const takenOver = await db
    .update(handles)
    .set({ userId, reservedAt: now })
    .where(and(isHandle(handle), eq(handles.userId, holder.userId), eq(handles.reservedAt, holder.reservedAt)));
  return takenOver.meta.changes === 1;
}

/**
 * Run after the account was written: true when the handle is still the user's, and from then on nobody can take it over.
 * False when the sign-up was so slow that another took the handle as abandoned.
 */
export async function confirmHandle(
  shards: ShardRouter,
  handle: Handle,
  userId: string,
  now: number,
): Promise<boolean> {
  const { db } = shards.forHandle(handle.kind, handle.value);
  const confirmed = await db
    .update(handles)
    .set({ reservedAt: now })
    .where(and(isHandle(handle), eq(handles.userId, userId)));
  return confirmed.meta.changes === 1;
}

/** Gives a handle back, if it is this user's. */
export async function releaseHandle(shards: ShardRouter, handle: Handle, userId: string): Promise<void> {
  const { db } = shards.forHandle(handle.kind, handle.value);
  await db.delete(handles).where(and(isHandle(handle), eq(handles.userId, userId)));
}

function isHandle({ kind, value }: Handle) {
  return and(eq(handles.kind, kind), eq(handles.value, value));
}

async function accountExists(shards: ShardRouter, userId: string): Promise<boolean> {
  const { db } = shards.forId(userId);
  return (await db.select({ id: users.id }).from(users).where(eq(users.id, userId)).get()) !== undefined;
}
