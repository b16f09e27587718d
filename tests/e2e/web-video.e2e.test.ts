import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { aFilm } from './support/a-film.ts';
import { aPlainPhoto } from './support/a-phone-photo.ts';
import { launchBrowser } from './support/launch-browser.ts';
import { complaintsOf, openPage, type Person, signUpPerson } from './support/person.ts';
import { problemsOf } from './support/problems-of.ts';
import { sharePhotos } from './support/share-photos.ts';

const CAPTION = 'A minute of bars.';
const WORDS = 'WEBVTT\n\n00:00.000 --> 01:00.000\nBars, and a counter.\n';

const url = inject('productUrl');
let browser: Browser;
let person: Person;
let postPath: string;

beforeAll(async () => {
  browser = await launchBrowser();
  person = await signUpPerson(browser, url, 'film.person', { viewport: { width: 900, height: 800 } });
});
afterAll(() => browser.close());

const postOn = (page: Page) => page.getByRole('article').filter({ hasText: CAPTION });
const stateOf = (post: Locator) =>
  post.locator('video').evaluate((element) => {
    const { paused, muted, currentTime } = element as HTMLVideoElement;
    return { paused, muted, currentTime };
  });

it('refuses what is too long before a byte of it is sent', async () => {
  const { page } = person;
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PUT') sent.push(request.url());
  });
  await page.goto('/compose');
  await page.getByText('videos up to 60 seconds').waitFor();
  await page.getByLabel('Photos and videos', { exact: true }).setInputFiles(aFilm('too-long.mp4'));
  await page.getByRole('alert').filter({ hasText: 'The video is 1:02 long.' }).waitFor();
  expect(await problemsOf(page)).toEqual([]);
  expect(sent).toEqual([]);
  await page.getByRole('button', { name: 'Remove video' }).click();
});

it('tells why the server refused one, and shares an album of film and photo with its poster', async () => {
  const { page } = person;
  await page.getByLabel('Photos and videos', { exact: true }).setInputFiles(aFilm('audio-only.mp4'));
  await page.getByRole('alert').filter({ hasText: 'audio-only.mp4' }).waitFor();
  await page.getByRole('button', { name: 'Remove video' }).click();
  const poster = page.waitForResponse((response) => response.url().endsWith('/poster'));
  const files = [aFilm('a-minute.mp4'), await aPlainPhoto('beside.jpg', '#446688', 600, 600)];
  await page.getByLabel('Photos and videos', { exact: true }).setInputFiles(files);
  await page.getByLabel('Description of video 1').fill('Coloured bars.');
  expect((await poster).status()).toBe(204);
  await page.getByLabel('Caption').fill(CAPTION);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await postOn(page).waitFor();
  postPath = (await postOn(page).getByRole('link', { name: 'Comments' }).getAttribute('href')) ?? '';
});

it('plays without sound while it is looked at, one at a time, and stops where it is not', async () => {
  const { page } = person;
  const post = postOn(page);
  await expect.poll(() => stateOf(post)).toMatchObject({ paused: false, muted: true });
  await expect.poll(async () => (await stateOf(post)).currentTime).toBeGreaterThan(0);
  expect(await problemsOf(page)).toEqual([]);
  await post.focus();
  await page.keyboard.press('ArrowRight');
  await post.getByText('2/2').waitFor();
  await expect.poll(async () => (await stateOf(post)).paused).toBe(true);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await stateOf(post)).paused).toBe(false);

  await sharePhotos(page, [await aPlainPhoto('tall.jpg', '#664422', 800, 1_000)], 'Something tall above it.');
  await page.keyboard.press('Home');
  await postOn(page).locator('video').waitFor({ state: 'attached' });
  await expect.poll(async () => (await stateOf(post)).paused).toBe(true);
  await post.scrollIntoViewIfNeeded();
  await post.getByRole('button', { name: /^(Play|Pause) video/ }).scrollIntoViewIfNeeded();
  await expect.poll(async () => (await stateOf(post)).paused).toBe(false);
});

it('is led by the keyboard: play, sound, place', async () => {
  const { page } = person;
  const post = postOn(page);
  await post.focus();
  await page.keyboard.press('Space');
  await post.getByRole('button', { name: 'Play video: Coloured bars.' }).waitFor();
  await page.keyboard.press('m');
  await expect.poll(async () => (await stateOf(post)).muted).toBe(false);
  await post.getByRole('button', { name: 'Turn sound off' }).click();
  await expect.poll(async () => (await stateOf(post)).muted).toBe(true);
  const before = (await stateOf(post)).currentTime;
  await post.getByRole('button', { name: 'Play video: Coloured bars.' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await stateOf(post)).currentTime).toBeCloseTo(before + 5, 0);
  await page.keyboard.press('Space');
  await post.getByRole('button', { name: 'Pause video: Coloured bars.' }).waitFor();
  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement === null)).toBe(true);
});

it('takes captions from its author and shows them when they are wanted', async () => {
  const { page } = person;
  await page.goto(postPath);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit post' });
  const choose = (words: string) =>
    dialog
      .getByLabel('Captions file')
      .setInputFiles({ name: 'words.vtt', mimeType: 'text/vtt', buffer: Buffer.from(words) });
  await dialog.getByLabel('Captions', { exact: true }).selectOption('en');
  await choose('no captions at all');
  await dialog.getByRole('alert').waitFor();
  await choose(WORDS);
  await dialog.getByRole('button', { name: 'Remove the captions in English' }).waitFor();
  expect(await problemsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.reload();
  const captions = page.getByRole('button', { name: 'Captions: off' });
  await captions.click();
  await page.getByRole('button', { name: 'Captions: English' }).waitFor();
  await expect
    .poll(() =>
      page.locator('video').evaluate((element) => {
        const [track] = (element as HTMLVideoElement).textTracks;
        const cue = track?.activeCues?.[0] as VTTCue | undefined;
        return { mode: track?.mode, words: cue?.text, line: cue?.line };
      }),
    )
    .toEqual({ mode: 'showing', words: 'Bars, and a counter.', line: -4 });
  expect(await problemsOf(page)).toEqual([]);
});

it('stands still for who asks for less motion, until it is played', async () => {
  const page = await openPage(browser, url, { reducedMotion: 'reduce' });
  await page.goto(postPath);
  const play = page.getByRole('button', { name: 'Play video: Coloured bars.' });
  await play.waitFor();
  await page.waitForLoadState('networkidle');
  expect(await stateOf(page.getByRole('article'))).toMatchObject({ paused: true, currentTime: 0 });
  await play.press('Enter');
  await page.getByRole('button', { name: 'Pause video: Coloured bars.' }).waitFor();
  await expect.poll(async () => (await stateOf(page.getByRole('article'))).currentTime).toBeGreaterThan(0);
  expect(complaintsOf.get(page)).toEqual([]);
  expect(complaintsOf.get(person.page)).toEqual([]);
  await page.context().close();
});
