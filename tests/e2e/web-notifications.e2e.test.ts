import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { aPlainPhoto } from './support/a-phone-photo.ts';
import { launchBrowser } from './support/launch-browser.ts';
import { complaintsOf, followByName, type Person, signUpPerson } from './support/person.ts';
import { problemsOf } from './support/problems-of.ts';
import { sharePhotos } from './support/share-photos.ts';

const CAPTION = 'A gate at noon.';
/** Deliveries take a moment, and the badge looks again when the page is opened. */
const PATIENCE = { timeout: 20_000, interval: 500 };

const url = inject('productUrl');
let browser: Browser;
let author: Person;
let fan: Person;

beforeAll(async () => {
  browser = await launchBrowser();
  author = await signUpPerson(browser, url, 'bell.author');
  fan = await signUpPerson(browser, url, 'bell.fan');
  await sharePhotos(author.page, [await aPlainPhoto('gate.jpg', '#227755')], CAPTION);
});
afterAll(() => browser.close());

const bell = (page: Page): Locator =>
  page
    .getByRole('navigation', { name: 'Main' })
    .filter({ visible: true })
    .getByRole('link', { name: /^Notifications/ });

const rows = (page: Page): Locator => page.getByRole('list', { name: 'Notifications' }).getByRole('listitem');

async function unreadIn(page: Page): Promise<string | null> {
  await page.goto('/saved');
  await page.getByText('Nothing saved yet').waitFor();
  await page.waitForLoadState('networkidle');
  return bell(page).getAttribute('aria-label');
}

it('says what to expect while there is nothing', async () => {
  await fan.page.goto('/notifications');
  await fan.page.getByRole('heading', { name: 'Nothing new' }).waitFor();
  expect(await problemsOf(fan.page)).toEqual([]);
});

it('counts what is new on the bell, tells who did what, and has it read once it was shown', async () => {
  const { page } = fan;
  await followByName(fan, author.username);
  await page.goto(`/@${author.username}`);
  await page.getByRole('link', { name: /^Photo by/ }).click();
  await page.getByRole('button', { name: 'Like', exact: true }).click();
  await page.getByRole('button', { name: 'Unlike', exact: true }).waitFor();
  await page.getByLabel('Add a comment').fill(`Lovely light, @${author.username}`);
  await page.keyboard.press('Enter');
  await page.getByText('Lovely light').first().waitFor();

  await expect.poll(() => unreadIn(author.page), PATIENCE).toBe('Notifications, 3 unread');
  await bell(author.page).click();
  await expect.poll(() => rows(author.page).count()).toBe(3);
  const texts = (await rows(author.page).allInnerTexts()).join('\n');
  expect(texts).toContain('bell.fan liked your post');
  expect(texts).toContain('bell.fan mentioned you in a comment');
  expect(texts).toContain('Lovely light');
  expect(texts).toContain('bell.fan started following you');
  expect(await author.page.getByText('New:').count()).toBe(3);
  expect(await problemsOf(author.page)).toEqual([]);
  await expect.poll(() => bell(author.page).getAttribute('aria-label')).toBe('Notifications');

  await author.page.reload();
  await rows(author.page).first().waitFor();
  expect(await author.page.getByText('New:').count()).toBe(0);
});

it('leads by the keyboard to the post, and follows back in its place', async () => {
  const { page } = author;
  await page.goto('/notifications');
  await page.getByRole('button', { name: `Follow ${fan.username}` }).click();
  await page.getByRole('button', { name: `Unfollow ${fan.username}` }).waitFor();
  await rows(page).filter({ hasText: 'liked your post' }).getByRole('link').focus();
  await page.keyboard.press('Enter');
  await page.getByText(CAPTION).filter({ visible: true }).first().waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/p\//);
});

it('shows on the bell what the list says, however many were counted before', async () => {
  const { page } = author;
  const lists: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/v1/notifications') lists.push(request.url());
  });
  // What was counted is withdrawn when the list is read, such as a notice about a post that is archived now.
  await page.route('**/api/v1/notifications/unread', (route) => route.fulfill({ json: { unread: 2 } }));
  const counted = page.waitForResponse('**/api/v1/notifications/unread');
  await page.goto('/notifications');
  await counted;
  await rows(page).first().waitFor();
  await expect.poll(() => bell(page).getAttribute('aria-label')).toBe('Notifications');
  await page.waitForLoadState('networkidle');
  expect(lists.length).toBeLessThanOrEqual(2);
  await page.unroute('**/api/v1/notifications/unread');
});

it('offers to try again when the list does not come', async () => {
  const { page } = author;
  const list = '**/api/v1/notifications?*';
  await page.route(list, (route) => route.fulfill({ status: 422, json: { code: 'invalid-values', title: 'No' } }));
  await page.goto('/notifications');
  await page.getByRole('heading', { name: 'This could not be loaded' }).waitFor();
  await page.unroute(list);
  await page.getByRole('button', { name: 'Try again' }).click();
  await rows(page).first().waitFor();
});

it('keeps what one chose to hear of', async () => {
  const { page } = author;
  await page.goto('/settings');
  const likes = page.getByLabel('Likes', { exact: true });
  await expect.poll(() => likes.inputValue()).toBe('everyone');
  const kept = page.waitForResponse((response) => response.request().method() === 'PUT');
  await likes.selectOption('From people I follow');
  expect((await kept).status()).toBe(200);
  await page.reload();
  await expect.poll(() => likes.inputValue()).toBe('following');
  expect(await problemsOf(page)).toEqual([]);
  for (const person of [author, fan]) expect(complaintsOf.get(person.page)).toEqual([]);
});
