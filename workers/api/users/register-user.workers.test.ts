import { expect, it } from 'vitest';
import type { Problem, Session } from '../../../shared/contracts/index.ts';
import { aUser, callApi, PASSWORD } from '../../../tests/support/a-user.ts';

const PEOPLE = 50;

function signUp(username: string, email: string) {
  return callApi('POST', '/users/register', { username, email, password: PASSWORD });
}

it('signs a person up and in', async () => {
  const response = await callApi('POST', '/users/register', {
    username: 'Mira.Okafor',
    email: ' Mira@Example.com ',
    password: PASSWORD,
    fullName: 'Mira Okafor',
  });
  expect(response.status).toBe(201);
  const session = await response.json<Session>();
  expect(session.user).toMatchObject({ username: 'Mira.Okafor', email: 'Mira@Example.com', fullName: 'Mira Okafor' });
  expect(session.expiresIn).toBe(3_600);
  expect(JSON.stringify(session)).not.toContain('scrypt');
});

it('refuses a username or e-mail address that differs by case only, and says which', async () => {
  const first = await aUser();
  const { username, email } = first.user;
  const byName = await signUp(username.toUpperCase(), 'someone.else@example.com');
  expect(byName.status).toBe(409);
  expect(await byName.json<Problem>()).toMatchObject({ code: 'username-taken', errors: [{ path: 'username' }] });
  const byEmail = await signUp('someone.else', email.toUpperCase());
  expect(byEmail.status).toBe(409);
  expect(await byEmail.json<Problem>()).toMatchObject({ code: 'email-taken', errors: [{ path: 'email' }] });
  // The name of the refused sign-up is free again at once.
  expect((await signUp('someone.else', 'someone.else@example.com')).status).toBe(201);
});

it('refuses a name that the service itself answers to', async () => {
  const response = await signUp('Settings', 'settings@example.com');
  expect(response.status).toBe(409);
  expect((await response.json<Problem>()).errors).toEqual([{ path: 'username', message: 'is reserved' }]);
});

it(`lets exactly one of ${PEOPLE} concurrent sign-ups have a username`, async () => {
  const answers = await Promise.all(
    Array.from({ length: PEOPLE }, (_, i) => signUp('wanted', `wanted${i}@example.com`)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(PEOPLE - 1).fill(409)]);
});

it(`lets exactly one of ${PEOPLE} concurrent sign-ups have an e-mail address`, async () => {
  const answers = await Promise.all(Array.from({ length: PEOPLE }, (_, i) => signUp(`one.of.${i}`, 'one@example.com')));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(PEOPLE - 1).fill(409)]);
});

it(`lets exactly one of ${PEOPLE} equal sign-ups through`, async () => {
  const answers = await Promise.all(Array.from({ length: PEOPLE }, () => signUp('same', 'same@example.com')));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(PEOPLE - 1).fill(409)]);
});
