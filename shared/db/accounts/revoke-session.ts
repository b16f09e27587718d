import { and, eq, isNull } from 'drizzle-orm';
import { isSameFamily } from '../../domain/accounts/refresh-token.ts';
import { sessions } from '../schema/index.ts';
import type { ShardRouter } from '../shard-router.ts';

type Revocation = { userId: string; sessionId: string; tokenHash: string; now: number };

/** Ends the session that a refresh token belongs to, even when the token is an old one; nothing for any other token. */
export async function revokeSession(
  shards: ShardRouter,
  { userId, sessionId, tokenHash, now }: Revocation,
): Promise<void> {
  const { db } = shards.forId(userId);
  const isSession = and(eq(sessions.id, sessionId), eq(sessions.userId, userId), isNull(sessions.revokedAt));
  const session = await db.select({ tokenHash: sessions.tokenHash }).from(sessions).where(isSession).get();
  if (!session || !isSameFamily(session.tokenHash, tokenHash)) return;
  await db.update(sessions).set({ revokedAt: now }).where(isSession);
}
