import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import type { CreatedMedia, Media, Post } from '../../shared/contracts/index.ts';
import { aPhonePhoto, aPlainPhoto } from './support/a-phone-photo.ts';
import { type CallApi, callApiAs } from './support/call-api.ts';
import { launchBrowser } from './support/launch-browser.ts';
import { complaintsOf, openPage, type Person, signUpPerson } from './support/person.ts';
import { problemsOf } from './support/problems-of.ts';
import { pressShare, sharePhotos } from './support/share-photos.ts';

const url = inject('productUrl');
let browser: Browser;
let person: Person;
let call: CallApi;
let sensitivePost: Post;

beforeAll(async () => {
  browser = await launchBrowser();
  person = await signUpPerson(browser, url, 'care.person');
  call = await callApiAs(person, url);
  const { buffer } = await aPlainPhoto('study.jpg', '#775544');
  const { mediaId, upload } = await call<CreatedMedia>('POST', '/media', {
    kind: 'photo',
    contentType: 'image/jpeg',
    size: buffer.length,
    altText: 'A nude study.',
  });
  await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: new Uint8Array(buffer) });
  await call('POST', `/media/${mediaId}/complete`);
  const isReady = async () => (await call<Media>('GET', `/media/${mediaId}`)).status === 'ready';
  await vi.waitUntil(isReady, { timeout: 20_000 });
  sensitivePost = await call<Post>('POST', '/posts', { caption: 'A study.', mediaIds: [mediaId] });
});
afterAll(() => browser.close());

const cover = (page: Page) => page.getByText('This photo may be sensitive');
const photo = (page: Page) => page.getByRole('button', { name: 'Enlarge photo: A nude study.' });

it('covers a sensitive photo until it is asked for', async () => {
  const page = await openPage(browser, url);
  await page.goto(`/@${person.username}`);
  await page.getByRole('link', { name: /^Sensitive\. Photo by/ }).waitFor();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`/p/${sensitivePost.id}`);
  await cover(page).waitFor();
  expect(await problemsOf(page)).toEqual([]);
  expect(await photo(page).count()).toBe(0);
  expect(asked.filter((address) => address.includes(`/media/${sensitivePost.media[0]?.id}/`))).toEqual([]);
  await page.getByRole('button', { name: 'Show', exact: true }).press('Enter');
  await photo(page).waitFor();
  await cover(page).waitFor({ state: 'detached' });
  // Another visit asks again.
  await page.reload();
  await cover(page).waitFor();
  await page.context().close();
});

it('stays uncovered for who does not want to be asked', async () => {
  const { page } = person;
  await page.goto(`/p/${sensitivePost.id}`);
  await cover(page).waitFor();
  await page.getByRole('button', { name: 'Always show' }).click();
  await photo(page).waitFor();
  await page.reload();
  await photo(page).waitFor();
  await page.goto('/settings');
  const always = page.getByRole('switch', { name: 'Show sensitive photos and videos' });
  expect(await always.getAttribute('aria-checked')).toBe('true');
  await always.click();
  await page.goto(`/p/${sensitivePost.id}`);
  await cover(page).waitFor();
});

it('shows what took a photo when its author wishes', async () => {
  const { page } = person;
  await sharePhotos(page, [await aPhonePhoto()], 'Without the camera.');
  const withoutIt = page.getByRole('article').filter({ hasText: 'Without the camera.' });
  expect(await withoutIt.getByRole('button', { name: 'Show camera' }).count()).toBe(0);

  await page.goto('/compose');
  await page.getByLabel('Photos and videos', { exact: true }).setInputFiles(await aPhonePhoto());
  await page.getByRole('switch', { name: 'Show the camera' }).click();
  await page.getByText('Rimlight Test phone').waitFor();
  await page.getByLabel('Caption').fill('With the camera.');

  // The same picture was shared a moment ago.
  await page.getByRole('status').filter({ hasText: 'It looks like a photo you shared before.' }).waitFor();
  expect(await problemsOf(page)).toEqual([]);
  const post = await pressShare(page, 'With the camera.');
  await page.goto((await post.getByRole('link', { name: 'Comments' }).getAttribute('href')) ?? '');
  await page.getByRole('button', { name: 'Show camera' }).click();
  await page.getByText('Rimlight Test phone').waitFor();
  expect(await problemsOf(page)).toEqual([]);
});

it('moves an animation with a way to stop it, and not for who asks for less motion', async () => {
  const { page } = person;
  const buffer = readFileSync(new URL('../fixtures/media/animated.gif', import.meta.url));
  await sharePhotos(page, [{ name: 'moves.gif', mimeType: 'image/gif', buffer }], 'It moves.');
  const post = page.getByRole('article').filter({ hasText: 'It moves.' });
  const moving = (on: Page) => on.locator('img[src*="/animated"]');
  await moving(page).waitFor();
  expect(await problemsOf(page)).toEqual([]);
  const path = (await post.getByRole('link', { name: 'Comments' }).getAttribute('href')) ?? '';
  await post.getByRole('button', { name: 'Pause animation' }).click();
  await moving(page).waitFor({ state: 'detached' });

  const still = await openPage(browser, url, { reducedMotion: 'reduce' });
  await still.goto(path);
  await still.getByRole('button', { name: 'Play animation' }).waitFor();
  expect(await moving(still).count()).toBe(0);
  await still.getByRole('button', { name: 'Play animation' }).click();
  await moving(still).waitFor();
  expect(complaintsOf.get(still)).toEqual([]);
  expect(complaintsOf.get(page)).toEqual([]);
  await still.context().close();
});
