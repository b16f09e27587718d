import { registerSchema, sessionSchema } from '../../../shared/contracts/index.ts';
import { homeRegion } from '../../../shared/domain/accounts/home-region.ts';
import { isReservedUsername } from '../../../shared/domain/accounts/reserved-usernames.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { readIdempotencyKey } from '../../http/read-idempotency-key.ts';
import { answer, jsonBody, route } from '../../http/route.ts';
import { presentTokens } from '../auth/present-tokens.ts';
import { createAccount } from './create-account.ts';
import { presentMe } from './present-me.ts';
import { signUpOnce } from './sign-up-once.ts';

/** Makes an account and its first session. */
export const registerUser = route(
  {
    method: 'post',
    path: '/users/register',
    tags: ['accounts'],
    summary: 'Sign up',
    description: 'With an `Idempotency-Key`, the same sign-up again answers a new session of the account that it made.',
    access: 'public',
    limit: 'sign-up',
    errors: ['username-taken', 'email-taken', 'conflict', 'idempotency-mismatch'],
    request: { body: jsonBody(registerSchema) },
    responses: answer(201, sessionSchema, 'The new account, logged in.'),
  },
  async (c) => {
    const signUp = c.req.valid('json');
    if (isReservedUsername(signUp.username)) {
      throw new AppError('username-taken', {
        detail: 'This username is reserved.',
        errors: [{ path: 'username', message: 'is reserved' }],
      });
    }
    const region = homeRegion(c.req.raw.cf as IncomingRequestCfProperties | undefined);
    const { services, now } = c.var;
    const key = readIdempotencyKey(c);
    const { account, replayed } =
      key === undefined
        ? { account: await createAccount(services, { ...signUp, region }, now), replayed: false }
        : await signUpOnce(services, { ...signUp, region, key }, now);
    if (replayed) c.header('Idempotency-Replayed', 'true');
    const { user, sessionId, refreshToken } = account;
    const tokens = await presentTokens(c, { userId: user.id, cell: user.cellId, sessionId, refreshToken });
    return c.json({ user: presentMe(user), ...tokens }, 201);
  },
);
