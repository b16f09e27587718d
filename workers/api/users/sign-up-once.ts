import { findUserByHandle, type UserRow } from '../../../shared/db/accounts/find-user.ts';
import { confirmHandle, type Handle } from '../../../shared/db/accounts/reserve-handle.ts';
import { KEEP_MS } from '../../../shared/db/idempotency/claim-key.ts';
import { normalizeHandle } from '../../../shared/domain/accounts/normalize-handle.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { awaitFirstRun } from '../../http/await-first-run.ts';
import { refuseKey } from '../../http/refuse-key.ts';
import type { Services } from '../../services.ts';
import { openSession } from '../auth/new-session.ts';
import { checkPassword } from '../auth/password-hash.ts';
import { type Account, createAccount, type SignUp } from './create-account.ts';
import { digestSignUpKey } from './digest-sign-up-key.ts';

type KeyedSignUp = SignUp & { key: string };
type Verdict = { is: 'done'; account: Account; replayed: boolean } | { is: 'running' | 'mismatch' };

/**
 * Makes an account once for each Idempotency-Key. There is nobody yet whose keys could be kept, so the account itself
 * tells a retry: who meets it with its key and its password gets a session of their own, for a day.
 */
export async function signUpOnce(
  services: Services,
  signUp: KeyedSignUp,
  now: number,
): Promise<{ account: Account; replayed: boolean }> {
  const verdict = await awaitFirstRun(() => attempt(services, signUp, now));
  if (verdict.is !== 'done') throw refuseKey(verdict.is);
  return verdict;
}

async function attempt(services: Services, signUp: KeyedSignUp, now: number): Promise<Verdict> {
  try {
    return { is: 'done', account: await createAccount(services, signUp, now), replayed: false };
  } catch (error) {
    const handle = clashOf(error, signUp);
    if (!handle) throw error;
    const holder = await findUserByHandle(services.shards, handle);
    // Reserved by a sign-up that may be this one's first: it leaves an account, or the name.
    if (!holder) return { is: 'running' };
    if (!isRetryOf(holder, signUp.key, now)) throw error;
    return (await repeat(services, holder, signUp, now)) ?? { is: 'mismatch' };
  }
}

function clashOf(error: unknown, { username, email }: SignUp): Handle | undefined {
  if (!(error instanceof AppError)) return undefined;
  if (error.code === 'username-taken') return { kind: 'username', value: normalizeHandle(username) };
  if (error.code === 'email-taken') return { kind: 'email', value: normalizeHandle(email) };
  return undefined;
}

function isRetryOf({ id, status, signUpKey, createdAt }: UserRow, key: string, now: number): boolean {
  return status === 'active' && createdAt > now - KEEP_MS && signUpKey === digestSignUpKey(key, id);
}

/** A new session, when all that was sent is what the account was made of. */
async function repeat(
  services: Services,
  user: UserRow,
  signUp: KeyedSignUp,
  now: number,
): Promise<Verdict | undefined> {
  const { shards, config } = services;
  const { username, email, fullName, password } = signUp;
  if (user.username !== username || user.email !== email || user.fullName !== fullName) return undefined;
  if (!(await checkPassword(password, user.passwordHash, config.PASSWORD_SCRYPT)).correct) return undefined;
  // The first may not have come to it: an account whose names are confirmed cannot be taken back any more.
  const handles: Handle[] = [
    { kind: 'username', value: normalizeHandle(username) },
    { kind: 'email', value: normalizeHandle(email) },
  ];
  const confirmed = await Promise.all(handles.map((handle) => confirmHandle(shards, handle, user.id, Date.now())));
  if (confirmed.includes(false)) return { is: 'running' };
  const { session, refreshToken } = await openSession(services, user.id, now);
  return { is: 'done', account: { user, sessionId: session.id, refreshToken }, replayed: true };
}
