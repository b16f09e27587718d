import type { Browser, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from './support/launch-browser.ts';
import { complaintsOf, openPage, type Person, signUpPerson } from './support/person.ts';

const url = inject('productUrl');
let browser: Browser;
let person: Person;

beforeAll(async () => {
  browser = await launchBrowser();
  person = await signUpPerson(browser, url, 'account.holder');
});
afterAll(() => browser.close());

it('says at the field what is wrong with a sign-up, and keeps what was typed', async () => {
  const page = await openPage(browser, url);
  await page.goto('/signup');
  await page.getByLabel('E-mail').fill('not-an-address');
  await page.getByLabel('Username').fill('a');
  await page.getByLabel('Password', { exact: true }).fill('short');
  await page.getByRole('button', { name: 'Create account' }).click();
  const describedBy = async (label: string) => {
    const id = await page.getByLabel(label, { exact: true }).getAttribute('aria-describedby');
    return id ? page.locator(`[id="${id}"]`).textContent() : '';
  };
  await expect.poll(() => describedBy('E-mail')).toContain('not an e-mail address');
  expect(await describedBy('Username')).toContain('at least 3');
  expect(await describedBy('Password')).toContain('at least 8');

  await page.getByLabel('E-mail').fill('somebody.else@test.example');
  await page.getByLabel('Username').fill(person.username.toUpperCase());
  await page.getByLabel('Password', { exact: true }).fill('long enough now');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect.poll(() => describedBy('Username')).toContain('taken');
  expect(await page.getByLabel('E-mail').inputValue()).toBe('somebody.else@test.example');
  await page.context().close();
});

it('gets into the new account with a second press when the answer to the first was lost', async () => {
  const page = await openPage(browser, url);
  const loseAnswer = async (route: Route) => {
    await route.fetch();
    await route.abort();
  };
  await page.route('**/users/register', loseAnswer, { times: 1 });
  await page.goto('/signup');
  await page.getByLabel('E-mail').fill('unlucky.line@test.example');
  await page.getByLabel('Username').fill('unlucky.line');
  await page.getByLabel('Password', { exact: true }).fill('long enough now');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByText('Rimlight cannot be reached').waitFor();
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('tab', { name: 'Latest' }).waitFor();
  await page.context().close();
});

it('restores the session on a reload, keeps no token in reach of scripts, and logs out', async () => {
  const { page, context } = person;
  await page.reload();
  await page.getByRole('tab', { name: 'Latest' }).waitFor();
  const stored = await page.evaluate(() =>
    JSON.stringify({ ...localStorage, ...sessionStorage, cookie: document.cookie }),
  );
  expect(stored).not.toMatch(/eyJ|refresh/);
  const cookies = await context.cookies();
  expect(cookies.map(({ httpOnly, sameSite }) => ({ httpOnly, sameSite }))).toEqual([
    { httpOnly: true, sameSite: 'Strict' },
  ]);

  await page.goto('/settings');
  await page.getByRole('button', { name: 'Log out' }).click();
  await page.getByRole('link', { name: 'Create an account' }).waitFor();
  expect(await context.cookies()).toEqual([]);
  await page.goto('/saved');
  await page.getByRole('heading', { name: 'Welcome back' }).waitFor();
});

it('goes on to the page that asked for the log-in', async () => {
  const { page } = person;
  await page.getByLabel('Username or e-mail').fill(person.username);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('alert').filter({ hasText: 'wrong' }).waitFor();
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByText('Nothing saved yet').waitFor();
  expect(new URL(page.url()).pathname).toBe('/saved');
});

it('lets two tabs wake up at once without ending the session', async () => {
  const { context } = person;
  const tabs = await Promise.all([context.newPage(), context.newPage(), context.newPage()]);
  await Promise.all(tabs.map((tab) => tab.goto('/')));
  await Promise.all(tabs.map((tab) => tab.getByRole('tab', { name: 'Latest' }).waitFor()));
  await Promise.all(tabs.map((tab) => tab.close()));
});

it('edits the profile, and a private account is asked before it is followed', async () => {
  const { page } = person;
  await page.goto('/settings/profile');
  await page.getByLabel('About you').fill('Contre-jour mostly.');
  await page.getByRole('button', { name: 'Save' }).click();
  // The form makes room for the profile once it is stored.
  await page.getByLabel('About you').waitFor({ state: 'detached' });
  await page.getByText('Contre-jour mostly.').first().waitFor();
  await page.goto('/settings');
  const isPrivate = page.getByRole('switch', { name: 'Private account' });
  const kept = page.waitForResponse((response) => response.request().method() === 'PATCH');
  await isPrivate.click();
  expect((await kept).status()).toBe(200);
  await expect.poll(() => isPrivate.getAttribute('aria-checked')).toBe('true');

  const other = await signUpPerson(browser, url, 'account.asks');
  await other.page.goto(`/@${person.username}`);
  await other.page.getByText('This account is private').waitFor();
  const asked = other.page.waitForResponse((response) => response.url().endsWith('/follow'));
  await other.page
    .getByRole('button', { name: `Follow ${person.username}` })
    .first()
    .click();
  expect((await asked).status()).toBe(200);
  await other.page.getByText('has your request').waitFor();

  await page.goto('/requests');
  await page.getByRole('button', { name: 'Accept account.asks' }).click();
  await page.getByText('No requests').waitFor();
  await other.page.reload();
  await other.page
    .getByRole('button', { name: `Unfollow ${person.username}` })
    .first()
    .waitFor();
  expect(complaintsOf.get(page)).toEqual([]);
});
