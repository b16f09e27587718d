import { insertSession, type NewSession } from '../../../shared/db/accounts/insert-session.ts';
import { withNewId } from '../../../shared/db/with-new-id.ts';
import {
  hashRefreshToken,
  newSecret,
  type RefreshToken,
  writeRefreshToken,
} from '../../../shared/domain/accounts/refresh-token.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import type { Services } from '../../services.ts';

type OpenedSession = { session: NewSession; refreshToken: string };

/** A session to be stored, and the refresh token that only its owner gets. */
export async function newSession(
  { config }: Services,
  userId: string,
  sessionId: string,
  now: number,
): Promise<OpenedSession> {
  const token: RefreshToken = {
    userId,
    sessionId,
    generation: 0,
    familySecret: newSecret(),
    currentSecret: newSecret(),
  };
  const session = {
    id: sessionId,
    userId,
    tokenHash: await hashRefreshToken(token),
    createdAt: now,
    refreshedAt: now,
    expiresAt: now + config.REFRESH_TOKEN_SECONDS * 1_000,
  };
  return { session, refreshToken: writeRefreshToken(token) };
}

/** Stores a new session of an account that exists. */
export async function openSession(services: Services, userId: string, now: number): Promise<OpenedSession> {
  return withNewId(services.ids, shardOfId(userId), now, async (sessionId) => {
    const opened = await newSession(services, userId, sessionId, now);
    await insertSession(services.shards, opened.session);
    return opened;
  });
}
