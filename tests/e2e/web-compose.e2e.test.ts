import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { aPlainPhoto } from './support/a-phone-photo.ts';
import { launchBrowser } from './support/launch-browser.ts';
import { complaintsOf, type Person, signUpPerson } from './support/person.ts';

const url = inject('productUrl');
let browser: Browser;
let person: Person;

beforeAll(async () => {
  browser = await launchBrowser();
  person = await signUpPerson(browser, url, 'compose.person');
});
afterAll(() => browser.close());

const orderOf = () =>
  person.page
    .getByRole('option')
    .evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('aria-label')?.split(': ')[1] ?? ''));

it('keeps the draft over a reload: photos, order, words', async () => {
  const { page } = person;
  await page.goto('/compose');
  const files = await Promise.all([
    aPlainPhoto('first.jpg', '#335577'),
    aPlainPhoto('second.jpg', '#775533'),
    aPlainPhoto('third.jpg', '#557733'),
  ]);
  await page.getByLabel('Photos', { exact: true }).setInputFiles(files);
  await page.getByRole('option').first().focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(orderOf).toEqual(['second.jpg', 'first.jpg', 'third.jpg']);
  await page.getByLabel('Description of photo 2').fill('A blue field.');
  await page.getByLabel('Caption').fill('Three fields.');
  // What was typed is stored within a moment; a reload that comes sooner would be too soon for anybody to notice.
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const databases = await indexedDB.databases();
        return databases.some(({ name }) => name === 'rimlight-drafts');
      }),
    )
    .toBe(true);
  await expect.poll(() => page.evaluate(readStoredCaption)).toBe('Three fields.');

  await page.reload();
  await expect.poll(orderOf).toEqual(['second.jpg', 'first.jpg', 'third.jpg']);
  expect(await page.getByLabel('Caption').inputValue()).toBe('Three fields.');
  await page.getByRole('option').nth(1).click();
  expect(await page.getByLabel('Description of photo 2').inputValue()).toBe('A blue field.');
});

it('says what is wrong with one file and shares the others', async () => {
  const { page } = person;
  const broken = { name: 'broken.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('this is no picture at all') };
  await page.getByLabel('Photos', { exact: true }).setInputFiles(broken);
  await page.getByRole('option', { name: /broken\.jpg/ }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'broken.jpg' });
  await alert.waitFor();
  expect((await alert.textContent())?.length).toBeGreaterThan('broken.jpg'.length + 10);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByText('did not make it').waitFor();
  await page.getByRole('button', { name: 'Remove photo' }).click();
  await page.getByRole('button', { name: 'Share', exact: true }).click();

  const post = page.getByRole('article').filter({ hasText: 'Three fields.' });
  await post.waitFor();
  await post.getByText('1/3').waitFor();
  await post.focus();
  await page.keyboard.press('ArrowRight');
  await post.getByText('2/3').waitFor();
  await post.getByRole('button', { name: 'Show description' }).click();
  await post.getByText('A blue field.', { exact: true }).waitFor();
});

it('starts the next post with an empty page', async () => {
  const { page } = person;
  await page.goto('/compose');
  await page.getByRole('button', { name: 'Choose photos' }).waitFor();
  expect(await page.getByLabel('Caption').inputValue()).toBe('');
  expect(complaintsOf.get(page)).toEqual([]);
});

/** Runs in the page: the caption of the one stored draft. */
function readStoredCaption(): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('rimlight-drafts');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        opening.result.close();
        resolve(reading.result.find((value: { caption?: string }) => value.caption !== undefined)?.caption);
      };
    };
  });
}
