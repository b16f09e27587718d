import { and, eq, gt, isNull } from 'drizzle-orm';
import { isSameFamily } from '../../domain/accounts/refresh-token.ts';
import type { Outcome } from '../../errors/index.ts';
import { sessions, users } from '../schema/index.ts';
import type { ShardRouter } from '../shard-router.ts';

type Rotation = {
  userId: string;
  sessionId: string;
  /** What the presented token says. */
  generation: number;
  tokenHash: string;
  /** What is valid from now on. */
  newTokenHash: string;
  expiresAt: number;
  /** The new token follows from the presented one and a key: what an exchange made since then (Unix ms) may be answered again. */
  repeatableSince?: number | undefined;
  now: number;
};

/**
 * Exchanges a session's refresh token in one conditional update: of any number of parallel callers with one token, one wins.
 * Each of the others has a token that was used before, and that ends the session: its holder cannot be told from a thief,
 * unless it is the same exchange again, by its key, and nobody has used what it made.
 */
export async function rotateSession(
  shards: ShardRouter,
  { userId, sessionId, generation, tokenHash, newTokenHash, expiresAt, repeatableSince, now }: Rotation,
): Promise<Outcome<{ cellId: string; repeated: boolean }, 'invalid-token' | 'token-reused'>> {
  const { db } = shards.forId(userId);
  const isSession = and(eq(sessions.id, sessionId), eq(sessions.userId, userId), isNull(sessions.revokedAt));
  const isCurrent = and(
    isSession,
    eq(sessions.generation, generation),
    eq(sessions.tokenHash, tokenHash),
    gt(sessions.expiresAt, now),
  );
  const [rotated, [user]] = await db.batch([
    db
      .update(sessions)
      .set({ tokenHash: newTokenHash, generation: generation + 1, refreshedAt: now, expiresAt })
      .where(isCurrent),
    db.select({ cellId: users.cellId, status: users.status }).from(users).where(eq(users.id, userId)),
  ]);
  const cellId = user?.status === 'active' ? user.cellId : undefined;
  if (rotated.meta.changes === 1 && cellId !== undefined) return { ok: true, value: { cellId, repeated: false } };

  const session = await db.select().from(sessions).where(isSession).get();
  const isHolding = session?.tokenHash === newTokenHash && session.expiresAt > now;
  const isRepeated = isHolding && repeatableSince !== undefined && session.refreshedAt > repeatableSince;
  if (isRepeated && cellId !== undefined) return { ok: true, value: { cellId, repeated: true } };
  const isOld = session !== undefined && isSameFamily(session.tokenHash, tokenHash) && session.generation > generation;
  if (!isOld) return { ok: false, code: 'invalid-token' };
  await db.update(sessions).set({ revokedAt: now }).where(isSession);
  return { ok: false, code: 'token-reused' };
}
