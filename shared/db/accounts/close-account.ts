import { and, eq, isNull, sql } from 'drizzle-orm';
import { commitBatch } from '../commit-batch.ts';
import type { OutboxItem } from '../outbox/outbox-work.ts';
import { oweWorkIf } from '../outbox/owe-work.ts';
import { sessions, userSettings, users } from '../schema/index.ts';
import type { ShardRouter } from '../shard-router.ts';

/**
 * Closes an active account in one commit: its sessions end, what it says of a person goes, and the rest is owed. The
 * username stays taken, so that nobody can pose as its owner; the address is kept until its handle has been given back.
 */
export async function closeAccount(
  shards: ShardRouter,
  userId: string,
  outbox: OutboxItem,
  now: number,
): Promise<boolean> {
  const shard = shards.forId(userId);
  const { db } = shard;
  const [owed = 0] = await commitBatch(shard, [
    // Before the update: an account that is closed already owes nothing more.
    oweWorkIf(sql`EXISTS (SELECT 1 FROM users WHERE id = ${userId} AND status = 'active')`, outbox, now),
    db
      .update(users)
      .set({
        status: 'deleted',
        fullName: '',
        bio: '',
        avatarMediaId: null,
        passwordHash: '',
        signUpKey: null,
        updatedAt: now,
      })
      .where(and(eq(users.id, userId), eq(users.status, 'active'))),
    db
      .update(sessions)
      .set({ revokedAt: now })
      .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt))),
    db.delete(userSettings).where(eq(userSettings.userId, userId)),
  ]);
  return owed > 0;
}

/** Forgets the address of a closed account, once its handle is free. */
export async function forgetEmail(shards: ShardRouter, userId: string): Promise<void> {
  const closed = and(eq(users.id, userId), eq(users.status, 'deleted'));
  await shards.forId(userId).db.update(users).set({ email: '' }).where(closed);
}
