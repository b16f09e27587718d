import type { z } from 'zod';
import type { loginSchema, registerSchema, Session } from '../../../../shared/contracts/index.ts';
import { send } from '../../api/send.ts';
import { WEB_CLIENT_HEADERS } from '../../api/web-client.ts';

export type LoginValues = z.input<typeof loginSchema>;
export type RegisterValues = z.input<typeof registerSchema>;

export function logIn(body: LoginValues): Promise<Session> {
  return send<Session>({ method: 'POST', path: '/users/login', body, headers: WEB_CLIENT_HEADERS });
}

export function register(body: RegisterValues): Promise<Session> {
  return send<Session>({ method: 'POST', path: '/users/register', body, headers: WEB_CLIENT_HEADERS });
}
