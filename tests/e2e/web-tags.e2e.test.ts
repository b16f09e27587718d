import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { aPlainPhoto } from './support/a-phone-photo.ts';
import { launchBrowser } from './support/launch-browser.ts';
import { complaintsOf, type Person, signUpPerson } from './support/person.ts';
import { plainApi } from './support/plain-api.ts';
import { problemsOf } from './support/problems-of.ts';
import { pressShare } from './support/share-photos.ts';

const CAPTION = 'Two on a wall.';
const FIRST = 'tags.first';
const SECOND = 'tags.second';

const url = inject('productUrl');
let browser: Browser;
let person: Person;

beforeAll(async () => {
  browser = await launchBrowser();
  const api = plainApi(url);
  [person] = await Promise.all([signUpPerson(browser, url, 'tags.author'), api.register(FIRST), api.register(SECOND)]);
});
afterAll(() => browser.close());

const markerOf = (within: Page | Locator, username: string) =>
  within.getByRole('button', { name: new RegExp(`^${username}, \\d+% from the left`) });

/** Where a marker says that it is, in percent from the left and the top. */
async function placeOf(marker: Locator): Promise<number[]> {
  const label = (await marker.getAttribute('aria-label')) ?? '';
  return [...label.matchAll(/(\d+)%/g)].map(([, share]) => Number(share));
}

async function tag(within: Page | Locator, username: string): Promise<void> {
  await within.getByLabel('Who is on the photo').fill(username);
  await within.getByRole('button', { name: 'Tag', exact: true }).click();
  await markerOf(within, username).waitFor();
}

async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('is not shown');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

it('lays no tag on another, and moves them by keyboard and by dragging', async () => {
  const { page } = person;
  await page.goto('/compose');
  await page.getByLabel('Photos and videos', { exact: true }).setInputFiles(await aPlainPhoto('wall.jpg', '#777755'));
  await page.getByRole('button', { name: 'Tag people' }).press('Enter');
  // The keyboard goes on where the pressed button was.
  await page.keyboard.type(FIRST);
  await page.keyboard.press('Enter');
  await markerOf(page, FIRST).waitFor();
  await tag(page, SECOND);
  const [first, second] = [markerOf(page, FIRST), markerOf(page, SECOND)];
  expect(await placeOf(first)).toEqual([50, 50]);
  const boxes = await Promise.all([first.boundingBox(), second.boundingBox()]);
  const [above, below] = boxes.sort((a, b) => (a?.y ?? 0) - (b?.y ?? 0));
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);

  await first.focus();
  for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowDown');
  expect(await placeOf(first)).toEqual([45, 60]);
  await page
    .getByRole('status')
    .filter({ hasText: `${FIRST}, 45% from the left, 60% from the top` })
    .waitFor();

  const from = await middleOf(second);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y, { steps: 3 });
  await page.mouse.up();
  const to = await middleOf(second);
  expect(to.x - from.x).toBeCloseTo(60, -1);
  expect(await problemsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Done' }).press('Enter');
  await expect
    .poll(() => page.getByRole('button', { name: 'Tag people' }).evaluate((at) => at === document.activeElement))
    .toBe(true);
  await page.getByLabel('Caption').fill(CAPTION);
  await pressShare(page, CAPTION);
});

it('adds, moves and removes tags of a post that is published', async () => {
  const { page } = person;
  const post = page.getByRole('article').filter({ hasText: CAPTION });
  const openEditor = async () => {
    await page.goto('/');
    await post.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit post' });
    await dialog.getByRole('button', { name: 'Tag people' }).click();
    return dialog;
  };
  const save = async (dialog: Locator) => {
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
  };

  let dialog = await openEditor();
  expect(await placeOf(markerOf(dialog, FIRST))).toEqual([45, 60]);
  await markerOf(dialog, FIRST).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await dialog.getByRole('button', { name: `Remove the tag of ${SECOND}` }).click();
  await tag(dialog, person.username);
  expect(await problemsOf(page)).toEqual([]);
  await save(dialog);
  await post.getByRole('button', { name: 'Show people' }).click();
  await post.getByRole('link', { name: FIRST, exact: true }).waitFor();

  dialog = await openEditor();
  expect(await placeOf(markerOf(dialog, FIRST))).toEqual([55, 60]);
  await markerOf(dialog, person.username).waitFor();
  expect(await markerOf(dialog, SECOND).count()).toBe(0);
  expect(complaintsOf.get(page)).toEqual([]);
});

it('puts a tag where a finger pressed', async () => {
  const phone = await browser.newContext({
    baseURL: url,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    storageState: await person.context.storageState(),
  });
  const page = await phone.newPage();
  await page.goto('/compose');
  await page.getByLabel('Photos and videos', { exact: true }).setInputFiles(await aPlainPhoto('sky.jpg', '#557799'));
  await page.getByRole('button', { name: 'Tag people' }).tap();
  const box = await page.locator('[data-tag-layer]').boundingBox();
  if (!box) throw new Error('nothing to press on');
  await page.touchscreen.tap(box.x + box.width * 0.25, box.y + box.height / 2);
  await tag(page, FIRST);
  expect(await placeOf(markerOf(page, FIRST))).toEqual([25, 50]);
  await phone.close();
});
