import type { AppRoute } from '../http/route.ts';
import { logOut } from './auth/log-out.ts';
import { refreshSession } from './auth/refresh-session.ts';
import { getInstance } from './instance/get-instance.ts';
import { getMe } from './users/get-me.ts';
import { getUser } from './users/get-user.ts';
import { getUserByUsername } from './users/get-user-by-username.ts';
import { logInUser } from './users/log-in-user.ts';
import { registerUser } from './users/register-user.ts';
import { updateMe } from './users/update-me.ts';

/** Every route below `/api/v1`, by feature: the contents page of the API. */
export const API_ROUTES: AppRoute[] = [
  // Accounts
  registerUser,
  logInUser,
  refreshSession,
  logOut,
  // Users
  getMe,
  updateMe,
  getUserByUsername,
  getUser,
  // Instance
  getInstance,
];
