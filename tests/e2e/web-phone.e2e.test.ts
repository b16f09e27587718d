import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { aPhonePhoto } from './support/a-phone-photo.ts';
import { launchBrowser } from './support/launch-browser.ts';
import { complaintsOf, type Person, signUpPerson } from './support/person.ts';
import { problemsOf } from './support/problems-of.ts';

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
  await tabs.getByRole('link', { name: 'Messages' }).tap();
  await page.getByText('No messages yet').waitFor();
  expect(await overflow()).toBe(0);
  await tabs.getByRole('link', { name: 'Profile' }).tap();
  await page.getByText('Your photos live here').waitFor();
  expect(await overflow()).toBe(0);
  await page.getByRole('link', { name: 'Saved' }).filter({ visible: true }).tap();
  await page.getByText('Nothing saved yet').waitFor();
  await page.getByRole('button', { name: 'Back' }).tap();
  await page.getByText('Your photos live here').waitFor();
  await tabs.getByRole('link', { name: 'Home' }).tap();
  await page.getByText('Nothing here yet').waitFor();
  await page.getByRole('link', { name: 'Notifications' }).filter({ visible: true }).tap();
  await page.getByRole('heading', { name: 'Nothing new' }).waitFor();
  expect(await overflow()).toBe(0);
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
  await photo.scrollIntoViewIfNeeded();
  const box = (await photo.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const centre = [box.x + box.width / 2, box.y + box.height / 2] as const;
  // Two taps are one only when they are close: nothing is looked up between them.
  await page.touchscreen.tap(...centre);
  await page.touchscreen.tap(...centre);
  await post.getByRole('button', { name: 'Unlike' }).waitFor();
  expect(await overflow()).toBe(0);
  expect(box.width).toBe(PHONE.viewport.width);
  expect(box.height / box.width).toBeCloseTo(5 / 4, 1);

  await page.goto(`/@${person.username}`);
  await page.getByRole('link', { name: /^Photo by/ }).tap();
  await page.getByRole('dialog', { name: 'Post' }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/p\//);
  await page.goBack();
  await page.getByRole('dialog', { name: 'Post' }).waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe(`/@${person.username}`);
  expect(complaintsOf.get(page)).toEqual([]);
});

it('says what was done above the field that one writes in', async () => {
  const { page } = person;
  await page.goto('/');
  const post = page.getByRole('article').filter({ hasText: 'From the phone.' });
  await post.getByRole('link', { name: 'Comments' }).tap();
  const field = page.getByLabel('Add a comment');
  await field.fill('One line,\nanother,\nand a third.');
  await page.getByRole('button', { name: 'Save', exact: true }).tap();
  const toast = page.getByRole('listitem').filter({ hasText: 'Saved.' });
  await toast.waitFor();
  const gap = async () => {
    const [above, below] = [await toast.boundingBox(), await field.boundingBox()];
    return (below?.y ?? 0) - (above?.y ?? 0) - (above?.height ?? 0);
  };
  await expect.poll(gap).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Send', exact: true }).tap();
  await page.getByRole('article', { name: `Comment by ${person.username}` }).waitFor();
});

it('walks with the Tab key through a post in the order in which it is seen', async () => {
  const { page } = person;
  const post = page.getByRole('article', { name: `Post by ${person.username}` });
  const seen = [
    post.getByRole('link', { name: person.username }).first(),
    post.getByRole('button', { name: /^Enlarge photo/ }),
    post.getByRole('button', { name: 'Share', exact: true }),
    post
      .getByRole('article', { name: /^Comment by/ })
      .getByRole('link')
      .first(),
    page.getByLabel('Add a comment'),
  ];
  const tops: number[] = [];
  // The field, at the foot of the screen, may lie over the comments.
  for (const one of seen.slice(0, -1)) tops.push((await one.boundingBox())?.y ?? 0);
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  await seen[0]?.focus();
  for (const next of seen.slice(1)) {
    const passed: string[] = [];
    const isThere = async () => {
      await page.keyboard.press('Tab');
      passed.push(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120) ?? ''));
      return next.evaluate((element) => element === document.activeElement);
    };
    while (!(await isThere())) expect(passed.length, passed.join('\n')).toBeLessThan(8);
  }
});

it('writes in a conversation that has the screen for itself, with the field at its foot', async () => {
  const { page } = person;
  const other = await signUpPerson(browser, url, 'phone.other');
  await page.goto(`/@${other.username}`);
  await page
    .getByRole('button', { name: `Message ${other.username}` })
    .filter({ visible: true })
    .tap();
  const field = page.getByLabel(`Message to ${other.username}`);
  await field.fill(`From the phone, with a word that is longer than the screen: ${'light'.repeat(30)}`);
  await page.getByRole('button', { name: 'Send', exact: true }).tap();
  await page.getByRole('article', { name: 'You' }).waitFor();
  expect(await overflow()).toBe(0);
  expect(await page.getByRole('navigation', { name: 'Main' }).filter({ visible: true }).count()).toBe(0);
  const box = await field.boundingBox();
  const bottom = (box?.y ?? 0) + (box?.height ?? 0);
  expect(bottom).toBeLessThanOrEqual(PHONE.viewport.height);
  expect(bottom).toBeGreaterThan(PHONE.viewport.height - 40);
  expect(await problemsOf(page)).toEqual([]);
  await page.getByRole('link', { name: 'Back to your messages' }).tap();
  await page.getByRole('list', { name: 'Conversations' }).getByText(other.username).waitFor();
  expect(await page.getByRole('navigation', { name: 'Main' }).filter({ visible: true }).count()).toBe(1);
  expect(complaintsOf.get(page)).toEqual([]);
  await other.context.close();
});
