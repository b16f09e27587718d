import type { z } from 'zod';
import type { loginSchema, registerSchema, Session } from '../../../../shared/contracts/index.ts';
import { send } from '../../api/send.ts';
import { WEB_CLIENT_HEADERS } from '../../api/web-client.ts';

export type LoginValues = z.input<typeof loginSchema>;
export type RegisterValues = z.input<typeof registerSchema>;

export function logIn(body: LoginValues): Promise<Session> {
  return send<Session>({ method: 'POST', path: '/users/login', body, headers: WEB_CLIENT_HEADERS });
}

/** Signs up. With the key of a first try whose answer was lost, a second one gets into the account that it made. */
export function register(body: RegisterValues, key: string): Promise<Session> {
  const headers = { ...WEB_CLIENT_HEADERS, 'Idempotency-Key': key };
  return send<Session>({ method: 'POST', path: '/users/register', body, headers });
}
