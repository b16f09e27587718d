import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { aUser, callApi } from '../../tests/support/a-user.ts';
import { servicesFor, type WorkerEnv } from '../services.ts';
import { forgetEndedSessions } from './forget-ended-sessions.ts';

const services = servicesFor(env as unknown as WorkerEnv);

const countSessions = (userId: string) =>
  services.shards
    .forId(userId)
    .d1.prepare('SELECT count(*) AS n FROM sessions WHERE user_id = ?')
    .bind(userId)
    .first<number>('n');

it('forgets sessions that have expired, and no others', async () => {
  const [{ user, refreshToken }, now] = [await aUser(), Date.now()];
  await forgetEndedSessions(services, now);
  expect(await countSessions(user.id)).toBe(1);
  expect((await callApi('POST', '/auth/refresh', { refreshToken })).status).toBe(200);
  await forgetEndedSessions(services, now + 2 * services.config.REFRESH_TOKEN_SECONDS * 1_000);
  expect(await countSessions(user.id)).toBe(0);
});
