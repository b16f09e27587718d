import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from './support/launch-browser.ts';
import { complaintsOf, openPage, type Person, signUpPerson } from './support/person.ts';
import { problemsOf } from './support/problems-of.ts';

const url = inject('productUrl');
let browser: Browser;
let person: Person;

beforeAll(async () => {
  browser = await launchBrowser();
  person = await signUpPerson(browser, url, 'leaving.soon');
});
afterAll(() => browser.close());

it('asks for the password, says what becomes of everything, and lets go by Escape', async () => {
  const { page } = person;
  await page.goto('/settings');
  const button = page.getByRole('button', { name: 'Delete account' });
  await button.click();
  const dialog = page.getByRole('dialog', { name: 'Delete your account' });
  await dialog.getByText('This cannot be taken back.').waitFor();
  expect(await problemsOf(page)).toEqual([]);
  expect(await dialog.getByRole('button', { name: 'Delete my account' }).isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
});

it('refuses another password and leaves everything as it is', async () => {
  const { page } = person;
  await page.getByRole('button', { name: 'Delete account' }).click();
  await page.getByLabel('Your password', { exact: true }).fill('walks in bad light');
  await page.keyboard.press('Enter');
  await page.getByText('This is not your password.').waitFor();
  expect(await problemsOf(page)).toEqual([]);
  await page.reload();
  await page.getByText('Private account').waitFor();
});

it('deletes the account, logs out, and lets nobody in again', async () => {
  const { page } = person;
  await page.getByRole('button', { name: 'Delete account' }).click();
  await page.getByLabel('Your password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await page.getByText('Your account is deleted.').waitFor();
  expect(new URL(page.url()).pathname).toBe('/welcome');
  expect(await person.context.cookies()).toEqual([]);
  await page.goto('/settings');
  await page.getByRole('heading', { name: 'Welcome back' }).waitFor();
  await page.getByLabel('Username or e-mail').fill(person.username);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('alert').waitFor();
  const visitor = await openPage(browser, url);
  await visitor.goto(`/@${person.username}`);
  await visitor.getByText(`There is no ${person.username} here`).waitFor();
  for (const one of [page, visitor]) expect(complaintsOf.get(one)).toEqual([]);
});
