import type { UserRow } from '../../../shared/db/accounts/find-user.ts';
import { deleteUnconfirmedAccount, insertAccount } from '../../../shared/db/accounts/insert-account.ts';
import {
  confirmHandle,
  type Handle,
  releaseHandle,
  reserveHandle,
} from '../../../shared/db/accounts/reserve-handle.ts';
import { isClash } from '../../../shared/db/is-clash.ts';
import { withNewId } from '../../../shared/db/with-new-id.ts';
import type { Region } from '../../../shared/domain/accounts/home-region.ts';
import { normalizeHandle } from '../../../shared/domain/accounts/normalize-handle.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import type { Services } from '../../services.ts';
import { newSession } from '../auth/new-session.ts';
import { hashPassword } from '../auth/password-hash.ts';
import { digestSignUpKey } from './digest-sign-up-key.ts';

export type SignUp = {
  username: string;
  email: string;
  password: string;
  fullName: string;
  region: Region;
  /** Its Idempotency-Key. */
  key?: string | undefined;
};
export type Account = { user: UserRow; sessionId: string; refreshToken: string };

/**
 * Reserves both names, then writes the account, then confirms the names. A sign-up that dies on the way leaves
 * reservations that the next one takes over after a minute, and no half of an account that anybody could see.
 */
export async function createAccount(services: Services, signUp: SignUp, now: number): Promise<Account> {
  const { ids } = services;
  return withNewId(ids, ids.randomShard(), now, (userId) => attempt(services, signUp, userId, now));
}

async function attempt(services: Services, signUp: SignUp, userId: string, now: number): Promise<Account> {
  const { shards, stubs, config, ids } = services;
  const username: Handle = { kind: 'username', value: normalizeHandle(signUp.username) };
  const email: Handle = { kind: 'email', value: normalizeHandle(signUp.email) };
  const release = () => Promise.all([username, email].map((handle) => releaseHandle(shards, handle, userId)));

  // One after the other: of people who want both names, the one who got the first cannot lose the second to another.
  if (!(await reserveHandle(shards, username, userId, now))) throw taken('username');
  if (!(await reserveHandle(shards, email, userId, now))) {
    await release();
    throw taken('email');
  }
  const [passwordHash, cellId, { session, refreshToken }] = await Promise.all([
    hashPassword(signUp.password, config.PASSWORD_SCRYPT),
    stubs.cellDirectory(signUp.region).assign(userId, signUp.region, config.CELL_CAPACITY),
    newSession(services, userId, ids.next(shardOfId(userId), now), now),
  ]);
  const { password: _, region: __, key, ...profile } = signUp;
  const signUpKey = key === undefined ? null : digestSignUpKey(key, userId);
  const account = { ...profile, id: userId, passwordHash, signUpKey, cellId, createdAt: now };
  let user: UserRow;
  try {
    user = await insertAccount(shards, account, session);
  } catch (error) {
    // Any other failure may come after the commit: the names then stay with the account.
    if (isClash(error)) await release();
    throw error;
  }
  const confirmed = await Promise.all(
    [username, email].map((handle) => confirmHandle(shards, handle, userId, Date.now())),
  );
  if (confirmed.includes(false)) {
    await deleteUnconfirmedAccount(shards, account);
    await release();
    throw taken(confirmed[0] ? 'email' : 'username');
  }
  return { user, sessionId: session.id, refreshToken };
}

function taken(path: 'username' | 'email'): AppError {
  const message = path === 'username' ? 'is taken' : 'is in use';
  return new AppError(`${path}-taken`, {
    detail: path === 'username' ? 'This username is taken.' : 'This e-mail address is in use.',
    errors: [{ path, message }],
  });
}
