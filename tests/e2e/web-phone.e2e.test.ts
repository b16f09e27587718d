import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { aPhonePhoto } from './support/a-phone-photo.ts';
import { launchBrowser } from './support/launch-browser.ts';
import { complaintsOf, type Person, signUpPerson } from './support/person.ts';

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

const url = inject('productUrl');
let browser: Browser;
let person: Person;

beforeAll(async () => {
  browser = await launchBrowser();
  person = await signUpPerson(browser, url, 'phone.person', PHONE);
});
afterAll(() => browser.close());

const overflow = () =>
  person.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

it('walks through the app by the tabs at the bottom', async () => {
  const { page } = person;
  const tabs = page.getByRole('navigation', { name: 'Main' }).filter({ visible: true });
  for (const [tab, sign] of [
    ['Find people', 'Username'],
    ['New post', 'Caption'],
  ] as const) {
    await tabs.getByRole('link', { name: tab }).tap();
    await page.getByLabel(sign, { exact: true }).waitFor();
    expect(await overflow()).toBe(0);
  }
  await tabs.getByRole('link', { name: 'Saved' }).tap();
  await page.getByText('Nothing saved yet').waitFor();
  await tabs.getByRole('link', { name: 'Profile' }).tap();
  await page.getByText('Your photos live here').waitFor();
  expect(await overflow()).toBe(0);
  await tabs.getByRole('link', { name: 'Home' }).tap();
  await page.getByText('Nothing here yet').waitFor();
});

it('shares a photo, likes it with two taps and opens it from the profile over the grid', async () => {
  const { page } = person;
  await page.goto('/compose');
  await page.getByLabel('Photos and videos', { exact: true }).setInputFiles(await aPhonePhoto());
  await page.getByLabel('Caption').fill('From the phone.');
  await page.getByRole('button', { name: 'Share', exact: true }).tap();
  const post = page.getByRole('article').filter({ hasText: 'From the phone.' });
  await post.waitFor();
  const photo = post.getByRole('button', { name: /^Enlarge photo/ });
  await photo.tap();
  await photo.tap();
  await post.getByRole('button', { name: 'Unlike' }).waitFor();
  expect(await overflow()).toBe(0);
  const box = await photo.boundingBox();
  expect(box?.width).toBe(PHONE.viewport.width);
  expect((box?.height ?? 0) / (box?.width ?? 1)).toBeCloseTo(5 / 4, 1);

  await page.goto(`/@${person.username}`);
  await page.getByRole('link', { name: /^Photo by/ }).tap();
  await page.getByRole('dialog', { name: 'Post' }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/p\//);
  await page.goBack();
  await page.getByRole('dialog', { name: 'Post' }).waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe(`/@${person.username}`);
  expect(complaintsOf.get(page)).toEqual([]);
});
