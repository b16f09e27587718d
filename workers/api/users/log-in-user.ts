import { loginSchema, sessionSchema } from '../../../shared/contracts/index.ts';
import { findUserByHandle, type UserRow } from '../../../shared/db/accounts/find-user.ts';
import { replacePasswordHash } from '../../../shared/db/accounts/replace-password-hash.ts';
import { normalizeHandle } from '../../../shared/domain/accounts/normalize-handle.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { answer, jsonBody, route } from '../../http/route.ts';
import type { Services } from '../../services.ts';
import { openSession } from '../auth/new-session.ts';
import { checkPassword, hashPassword, pretendToCheckPassword } from '../auth/password-hash.ts';
import { presentTokens } from '../auth/present-tokens.ts';
import { presentMe } from './present-me.ts';

/** Opens a session for a username or e-mail address and its password. */
export const logInUser = route(
  {
    method: 'post',
    path: '/users/login',
    tags: ['accounts'],
    summary: 'Log in',
    access: 'public',
    limit: 'log-in',
    errors: ['invalid-credentials', 'forbidden'],
    request: { body: jsonBody(loginSchema) },
    responses: answer(200, sessionSchema, 'The account and a new session.'),
  },
  async (c) => {
    const { login, password } = c.req.valid('json');
    const { services, now } = c.var;
    const user = await requireCredentials(services, login, password);
    if (user.status !== 'active') throw new AppError('forbidden', { detail: 'This account is suspended.' });
    const { session, refreshToken } = await openSession(services, user.id, now);
    const granted = { userId: user.id, cell: user.cellId, sessionId: session.id, refreshToken };
    return c.json({ user: presentMe(user), ...(await presentTokens(c, granted)) }, 200);
  },
);

/** The account of a right log-in. Never says which of the two was wrong, nor by taking less time. */
async function requireCredentials({ shards, config }: Services, login: string, password: string): Promise<UserRow> {
  const cost = config.PASSWORD_SCRYPT;
  const kind = login.includes('@') ? 'email' : 'username';
  const user = await findUserByHandle(shards, { kind, value: normalizeHandle(login) });
  if (!user || user.status === 'deleted') {
    await pretendToCheckPassword(password, cost);
    throw new AppError('invalid-credentials');
  }
  const { correct, outdated } = await checkPassword(password, user.passwordHash, cost);
  if (!correct) throw new AppError('invalid-credentials');
  if (outdated) await replacePasswordHash(shards, user.id, user.passwordHash, await hashPassword(password, cost));
  return user;
}
