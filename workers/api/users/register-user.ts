import { registerSchema, sessionSchema } from '../../../shared/contracts/index.ts';
import { homeRegion } from '../../../shared/domain/accounts/home-region.ts';
import { isReservedUsername } from '../../../shared/domain/accounts/reserved-usernames.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { answer, jsonBody, route } from '../../http/route.ts';
import { presentTokens } from '../auth/present-tokens.ts';
import { createAccount } from './create-account.ts';
import { presentMe } from './present-me.ts';

/** Makes an account and its first session. */
export const registerUser = route(
  {
    method: 'post',
    path: '/users/register',
    tags: ['accounts'],
    summary: 'Sign up',
    access: 'public',
    limit: 'sign-up',
    errors: ['username-taken', 'email-taken'],
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
    const account = await createAccount(c.var.services, { ...signUp, region }, c.var.now);
    const { user, sessionId, refreshToken } = account;
    const tokens = await presentTokens(c, { userId: user.id, cell: user.cellId, sessionId, refreshToken });
    return c.json({ user: presentMe(user), ...tokens }, 201);
  },
);
