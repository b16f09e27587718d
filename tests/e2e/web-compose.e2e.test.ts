import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { aLargePhoto, aPlainPhoto } from './support/a-phone-photo.ts';
import { launchBrowser } from './support/launch-browser.ts';
import { complaintsOf, type Person, signUpPerson } from './support/person.ts';
import { pressShare } from './support/share-photos.ts';

/** As the API cuts large files. */
const PART_BYTES = 5 * 1_024 * 1_024;
const SLOW_BYTES_PER_SECOND = 1_000_000;

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
  await page.getByLabel('Photos and videos', { exact: true }).setInputFiles(files);
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
  await page.getByLabel('Photos and videos', { exact: true }).setInputFiles(broken);
  await page.getByRole('option', { name: /broken\.jpg/ }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'broken.jpg' });
  await alert.waitFor();
  expect((await alert.textContent())?.length).toBeGreaterThan('broken.jpg'.length + 10);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByText('did not make it').waitFor();
  await page.getByRole('button', { name: 'Remove photo' }).click();
  const post = await pressShare(page, 'Three fields.');
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

it('pauses a large upload, goes on after a reload, and sends no part twice', async () => {
  const { page, context } = person;
  const photo = await aLargePhoto();
  expect(photo.buffer.length).toBeGreaterThan(2 * PART_BYTES);
  const line = await context.newCDPSession(page);
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: SLOW_BYTES_PER_SECOND,
  });
  const sentParts: string[] = [];
  page.on('requestfinished', (request) => {
    const part = new URL(request.url()).searchParams.get('partNumber');
    if (part && request.method() === 'PUT') sentParts.push(part);
  });

  await page.goto('/compose');
  await page.getByLabel('Photos and videos', { exact: true }).setInputFiles(photo);
  await expect.poll(() => sentParts, { timeout: 20_000 }).toEqual(['1']);
  await expect
    .poll(async () => Number(await page.getByRole('progressbar').getAttribute('aria-valuenow')))
    .toBeGreaterThan(40);
  await page.getByRole('button', { name: 'Pause upload' }).click();
  await page.getByText('Paused.').waitFor();
  await line.detach();

  await page.reload();
  // At once, as somebody in a hurry would: the photo that was kept stays.
  await page.getByLabel('Caption').fill('Noise, and nothing but.');
  expect(await orderOf()).toEqual([photo.name]);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('article').filter({ hasText: 'Noise, and nothing but.' }).waitFor();
  expect(sentParts).toEqual([...new Set(sentParts)]);
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
