import { expect, it } from 'vitest';
import type { Problem, Session } from '../../../shared/contracts/index.ts';
import { aUser, callApi, PASSWORD } from '../../../tests/support/a-user.ts';

it('logs in by username or e-mail address, whatever the case', async () => {
  const { user } = await aUser();
  for (const login of [user.username, user.username.toUpperCase(), user.email, ` ${user.email.toUpperCase()} `]) {
    const response = await callApi('POST', '/users/login', { login, password: PASSWORD });
    expect(response.status, login).toBe(200);
    expect((await response.json<Session>()).user.id).toBe(user.id);
  }
});

it('answers a wrong password and an unknown log-in alike', async () => {
  const { user } = await aUser();
  const problems = [];
  for (const login of [user.username, 'nobody.here', 'nobody@example.com']) {
    const response = await callApi('POST', '/users/login', { login, password: 'wrong password' });
    expect(response.status).toBe(401);
    problems.push({ ...(await response.json<Problem>()), requestId: '' });
  }
  expect(problems[0]?.code).toBe('invalid-credentials');
  expect(problems[1]).toEqual(problems[0]);
  expect(problems[2]).toEqual(problems[0]);
});
