import { gps, parse } from 'exifr';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { aPhonePhoto, aPlainPhoto, LOWER, UPPER } from './support/a-phone-photo.ts';
import { launchBrowser } from './support/launch-browser.ts';
import { complaintsOf, followByName, type Person, signUpPerson } from './support/person.ts';
import { pixelOf } from './support/pixel-of.ts';
import { reloadUntil, sharePhotos } from './support/share-photos.ts';

const CAPTION = 'Red above, blue below. #upright';
const ALT = 'A red field above a blue one.';
const VARIANTS = ['thumb', 'profile', 'feed', 'full'];
/** A scroll that did not move for so long has ended; between two frames of a busy machine it may stand still. */
const SCROLL_RESTS_MS = 300;

const url = inject('productUrl');
let browser: Browser;
let author: Person;
let follower: Person;

beforeAll(async () => {
  browser = await launchBrowser();
  author = await signUpPerson(browser, url, 'job.author');
  follower = await signUpPerson(browser, url, 'job.follower');
});
afterAll(() => browser.close());

it('brings a photo from a phone upright to the top of a follower’s feed', async () => {
  await followByName(follower, author.username);
  const photo = await aPhonePhoto();
  expect(await gps(photo.buffer)).toMatchObject({ latitude: expect.closeTo(52.52, 2) });

  const { page } = author;
  await page.goto('/compose');
  await page.getByLabel('Photos and videos', { exact: true }).setInputFiles(photo);
  await page.getByLabel('Description of the photo').fill(ALT);
  await page.getByLabel('Caption').fill(CAPTION);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('article').filter({ hasText: CAPTION }).waitFor();

  const feed = follower.page;
  await feed.goto('/?feed=latest');
  const top = feed.getByRole('article').first();
  await reloadUntil(feed, async () => (await top.textContent())?.includes(CAPTION) ?? false);

  const image = top.getByRole('img', { name: ALT });
  await image.waitFor();
  const [upper, lower] = [await pixelOf(image, 0.5, 0.1), await pixelOf(image, 0.5, 0.9)];
  expect(upper.isUpright).toBe(true);
  expect(upper.colour.r).toBeCloseTo(UPPER.r, -1.5);
  expect(upper.colour.b).toBeLessThan(UPPER.r / 2);
  expect(lower.colour.b).toBeCloseTo(LOWER.b, -1.5);
});

it('serves no variant with the place or anything else the phone wrote', async () => {
  const { page } = follower;
  const source = await page.getByRole('img', { name: ALT }).first().getAttribute('src');
  for (const variant of VARIANTS) {
    const address = new URL(source ?? '', url).href.replace(/\/feed(?=$|\?)/, `/${variant}`);
    for (const accept of ['image/avif', 'image/webp', 'image/jpeg']) {
      const answer = await fetch(address, { headers: { Accept: accept } });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe(accept);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(bytes.includes('Test phone')).toBe(false);
      if (accept === 'image/jpeg') expect(await parse(bytes, { gps: true, xmp: true, iptc: true })).toBeUndefined();
    }
  }
});

it('lets the follower like and comment, and the author sees both', async () => {
  const { page } = follower;
  const post = page.getByRole('article').filter({ hasText: CAPTION }).first();
  await post.getByRole('button', { name: /^Enlarge photo/ }).dblclick();
  await post.getByRole('button', { name: 'Unlike' }).waitFor();
  await post.getByText('1 like', { exact: true }).waitFor();
  await post.getByRole('link', { name: 'Comments' }).click();
  await page.getByLabel('Add a comment').fill('Which way up was the phone?');
  await page.getByLabel('Add a comment').press('Enter');
  await page.getByRole('article', { name: `Comment by ${follower.username}` }).waitFor();

  const seen = author.page;
  await seen.goto('/?feed=latest');
  const own = seen.getByRole('article').filter({ hasText: CAPTION });
  await reloadUntil(seen, async () => {
    const text = (await own.textContent()) ?? '';
    return text.includes('1 like') && text.includes('View 1 comment');
  });
});

it('takes it out of both feeds when the author deletes it', async () => {
  const { page } = author;
  const own = page.getByRole('article').filter({ hasText: CAPTION });
  await own.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await own.waitFor({ state: 'detached' });

  await follower.page.goto('/?feed=latest');
  await reloadUntil(follower.page, async () => (await follower.page.getByText(CAPTION).count()) === 0);
  expect(complaintsOf.get(page)).toEqual([]);
  expect(complaintsOf.get(follower.page)).toEqual([]);
});

it('shows everybody’s posts again after going back, at the same place', async () => {
  const { page } = author;
  const shades = ['#223344', '#667788', '#8899aa'];
  for (const [index, shade] of shades.entries()) {
    await sharePhotos(page, [await aPlainPhoto('field.jpg', shade, 600, 750)], `Number ${index}`);
  }
  await page.goto('/?feed=latest');
  await page.getByText('Number 2').waitFor();
  await page.mouse.move(400, 400);
  await page.mouse.wheel(0, 1_200);
  await page.waitForFunction((restsFor) => {
    const before = window.scrollY;
    return new Promise((resolve) => setTimeout(() => resolve(before > 600 && window.scrollY === before), restsFor));
  }, SCROLL_RESTS_MS);
  const place = await page.evaluate(() => {
    const left = window.scrollY;
    document.querySelector<HTMLElement>('[role=feed] article a[href^="/p/"]')?.click();
    return left;
  });
  await page.getByLabel('Add a comment').waitFor();
  await page.goBack();
  await page.getByRole('feed').waitFor();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(place);
});
