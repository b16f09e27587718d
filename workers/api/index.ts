import type { AppRoute } from '../http/route.ts';
import { logInUser } from './users/log-in-user.ts';
import { registerUser } from './users/register-user.ts';

/** Every route below `/api/v1`, by feature: the contents page of the API. */
export const API_ROUTES: AppRoute[] = [
  // Accounts
  registerUser,
  logInUser,
];
