import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from './support/launch-browser.ts';
import { complaintsOf, type Person, signUpPerson } from './support/person.ts';

const url = inject('productUrl');
let browser: Browser;
let person: Person;

beforeAll(async () => {
  browser = await launchBrowser();
  person = await signUpPerson(browser, url, 'kept.text');
});
afterAll(() => browser.close());

const textIn = (page: Page, label: string) => page.getByLabel(label, { exact: true }).inputValue();

/** What IndexedDB holds of drafts: it is written a moment after it was typed. */
const storedDrafts = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        indexedDB.open('rimlight-drafts').onsuccess = (opened) => {
          const table = (opened.target as IDBOpenDBRequest).result.transaction('drafts').objectStore('drafts');
          table.getAll().onsuccess = ({ target }) => resolve(JSON.stringify((target as IDBRequest).result));
        };
      }),
  );

it('keeps the name of a place that has no position yet', async () => {
  const { page } = person;
  await page.goto('/compose');
  await page.getByRole('button', { name: 'Add a place' }).click();
  await page.getByRole('textbox', { name: 'Place', exact: true }).fill('Old harbour');
  await page.getByLabel('Where it is').fill('52.5');
  await expect.poll(() => storedDrafts(page)).toContain('"52.5"');
  await page.reload();
  await page.getByRole('textbox', { name: 'Place', exact: true }).waitFor();
  expect(await page.getByRole('textbox', { name: 'Place', exact: true }).inputValue()).toBe('Old harbour');
  expect(await textIn(page, 'Where it is')).toBe('52.5');
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('button', { name: 'Add a place' }).waitFor();
});

it('keeps what one was about to say about oneself until it is saved', async () => {
  const { page } = person;
  await page.goto('/settings/profile');
  await page.getByLabel('About you').fill('Walks at dusk.');
  await page.reload();
  await expect.poll(() => textIn(page, 'About you')).toBe('Walks at dusk.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Walks at dusk.').filter({ visible: true }).first().waitFor();
  await page.goto('/settings/profile');
  await expect.poll(() => textIn(page, 'About you')).toBe('Walks at dusk.');
  expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
});

it('keeps a word that is not hidden yet, also when another is shown again', async () => {
  const { page } = person;
  await page.goto('/settings');
  const field = page.getByLabel('Hidden words');
  await field.fill('turnip');
  await page.getByRole('button', { name: 'Hide', exact: true }).click();
  await page.getByRole('button', { name: 'Show turnip again' }).waitFor();
  await field.fill('beetroot');
  await page.reload();
  await expect.poll(() => field.inputValue()).toBe('beetroot');
  await page.getByRole('button', { name: 'Show turnip again' }).click();
  await page.getByRole('button', { name: 'Show turnip again' }).waitFor({ state: 'detached' });
  expect(await field.inputValue()).toBe('beetroot');
  expect(complaintsOf.get(page)).toEqual([]);
});
