import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { CommentsPage } from '../../shared/contracts/index.ts';
import { aPlainPhoto } from './support/a-phone-photo.ts';
import { callApiAs } from './support/call-api.ts';
import { launchBrowser } from './support/launch-browser.ts';
import { complaintsOf, openPage, type Person, signUpPerson } from './support/person.ts';
import { plainApi } from './support/plain-api.ts';
import { sharePhotos } from './support/share-photos.ts';

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const CAPTION = 'A pier in fog.';

const url = inject('productUrl');
let browser: Browser;
let author: Person;

beforeAll(async () => {
  browser = await launchBrowser();
  author = await signUpPerson(browser, url, 'remark.author');
  await sharePhotos(author.page, [await aPlainPhoto('pier.jpg', '#556677')], CAPTION);
  await author.page.getByRole('article').filter({ hasText: CAPTION }).getByRole('link', { name: 'Comments' }).click();
  await author.page.getByLabel('Add a comment').waitFor();
});
afterAll(() => browser.close());

const commentWith = (page: Page, text: string): Locator =>
  page.getByRole('article', { name: /^Comment by/ }).filter({ hasText: text });

async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('Add a comment').fill(text);
  await page.keyboard.press('Enter');
  await commentWith(page, text).waitFor();
}

const menuOf = (page: Page, text: string): Locator =>
  commentWith(page, text).getByRole('button', { name: 'More about this comment' });

const hasFocus = (element: Locator): Promise<boolean> => element.evaluate((node) => node === document.activeElement);

it('puts the cursor into the comment that one chose to edit', async () => {
  const { page } = author;
  await say(page, 'How deep is it');
  await menuOf(page, 'How deep is it').press('Enter');
  await page.getByRole('menuitem', { name: 'Edit' }).press('Enter');
  const editor = page.getByLabel('Edit comment');
  await editor.waitFor();
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await page.keyboard.type(' there?');
  expect(await editor.inputValue()).toBe('How deep is it there?');
  await page.locator('form').filter({ has: editor }).getByRole('button', { name: 'Save' }).click();
  await commentWith(page, 'How deep is it there?').waitFor();
});

it('keeps over a reload whom one answers, and what one changes a comment to', async () => {
  const { page } = author;
  await say(page, 'Mind the gulls.');
  await commentWith(page, 'Mind the gulls.').getByRole('button', { name: 'Answer' }).click();
  await page.getByText(`Answering ${author.username}`).waitFor();
  await page.keyboard.type('They stole my bread.');
  await page.reload();
  await page.getByText(`Answering ${author.username}`).waitFor();
  await page.route('**/api/v1/posts/*/comments', (route) => route.abort());
  await page.getByLabel('Add a comment').press('Enter');
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel('Add a comment').inputValue()).toBe('They stole my bread.');
  await page.getByText(`Answering ${author.username}`).waitFor();
  await page.unroute('**/api/v1/posts/*/comments');
  await page.getByLabel('Add a comment').press('Enter');
  await page.getByRole('button', { name: 'View 1 answer' }).click();
  await commentWith(page, 'They stole my bread.').waitFor();

  await menuOf(page, 'Mind the gulls.').click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByLabel('Edit comment').fill('Mind the cats.');
  await page.reload();
  await expect.poll(() => page.getByLabel('Edit comment').inputValue()).toBe('Mind the cats.');
  const editor = page.locator('form').filter({ has: page.getByLabel('Edit comment') });
  await editor.getByRole('button', { name: 'Cancel' }).click();
  await page.reload();
  await commentWith(page, 'Mind the gulls.').waitFor();
  expect(await page.getByLabel('Edit comment').count()).toBe(0);
});

it('gives back all comments that could not be sent, in their order, before what was typed since', async () => {
  const { page } = author;
  const field = page.getByLabel('Add a comment');
  await page.route('**/api/v1/posts/*/comments', (route) => route.abort());
  await field.fill('First.');
  await field.press('Enter');
  await field.fill('Second.');
  await field.press('Enter');
  await field.fill('Third?');
  await expect.poll(() => field.inputValue()).toBe('First.\nSecond.\nThird?');
  await page.getByRole('alert').waitFor();
  await field.fill('');
  await page.unroute('**/api/v1/posts/*/comments');
});

it('gives a comment back that failed after one left, and says so', async () => {
  const { page } = author;
  const field = page.getByLabel('Add a comment');
  const refusals: (() => Promise<void>)[] = [];
  const refuse = async () => {
    await expect.poll(() => refusals.length).toBeGreaterThan(0);
    await refusals.shift()?.();
  };
  await page.route('**/api/v1/posts/*/comments', (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    refusals.push(() => route.fulfill({ status: 429, headers: { 'Retry-After': '60' }, body: '' }));
  });
  await field.fill('Said in passing.');
  await field.press('Enter');
  await page.getByRole('link', { name: 'Saved' }).click();
  await page.getByText('Nothing saved yet').waitFor();
  await refuse();
  await page.getByText('Your comment was not sent, and waits under the post.').waitFor();
  await page.goBack();
  await expect.poll(() => field.inputValue()).toBe('Said in passing.');

  await field.press('Enter');
  await page.getByRole('link', { name: 'Saved' }).click();
  await page.getByText('Nothing saved yet').waitFor();
  await page.goBack();
  await field.waitFor();
  await refuse();
  await expect.poll(() => field.inputValue()).toBe('Said in passing.');
  await page.getByRole('alert').waitFor();
  await field.fill('');
  await page.unroute('**/api/v1/posts/*/comments');
});

it('leads the author to a held answer that nobody else sees, and counts it once it is approved', async () => {
  const { page } = author;
  await say(page, 'What is that boat called?');
  const postId = new URL(page.url()).pathname.split('/').at(-1);
  const [call, api] = [await callApiAs(author, url), plainApi(url)];
  await call('PATCH', '/users/me/settings', { hiddenWords: ['turnip'] });
  const { comments } = await call<CommentsPage>('GET', `/posts/${postId}/comments?order=newest`);
  const { token } = await api.register('remark.guest');
  const answer = { text: 'The turnip.', parentId: comments[0]?.id };
  expect((await api.call(token, 'POST', `/posts/${postId}/comments`, answer)).status).toBe(201);
  await page.goto('/');
  const post = page.getByRole('article').filter({ hasText: CAPTION });
  const countOf = async () => Number((await post.getByText(/^View .*comment/).textContent())?.replace(/\D/g, ''));
  const before = await countOf();
  await post.getByRole('link', { name: 'Comments', exact: true }).click();
  const thread = page.getByRole('listitem').filter({ hasText: 'What is that boat called?' });
  await thread.getByRole('button', { name: 'View 1 answer' }).click();
  await menuOf(page, 'The turnip.').click();
  await page.getByRole('menuitem', { name: 'Show to everyone' }).click();
  await page.getByText('Only you and remark.guest see this comment.').waitFor({ state: 'detached' });
  await page.goBack();
  await expect.poll(countOf).toBe(before + 1);
  await page.goForward();
  await page.getByLabel('Add a comment').waitFor();
});

it('shows a comment that was sent before the first comments arrived', async () => {
  const { page } = author;
  const late = Promise.withResolvers<void>();
  await page.route('**/api/v1/posts/*/comments?*', async (route) => {
    const read = await route.fetch();
    await late.promise;
    await route.fulfill({ response: read });
  });
  const read = page.waitForRequest((request) => request.url().includes('/comments?'));
  await page.reload();
  await read;
  const stored = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByLabel('Add a comment').fill('Quicker than the list.');
  await page.getByLabel('Add a comment').press('Enter');
  await (await stored).finished();
  late.resolve();
  await commentWith(page, 'Quicker than the list.').waitFor();
  expect(await commentWith(page, 'Quicker than the list.').count()).toBe(1);
  await page.unrouteAll();
});

it('says so when answers could not be loaded, and tries again', async () => {
  const { page } = author;
  await page.reload();
  const thread = page.getByRole('listitem').filter({ hasText: 'What is that boat called?' });
  await page.route('**/api/v1/comments/*/replies?*', (route) => route.fulfill({ status: 404, body: '' }));
  await thread.getByRole('button', { name: 'View 1 answer' }).click();
  await thread.getByRole('alert').filter({ hasText: 'The answers could not be loaded.' }).waitFor();
  await page.unroute('**/api/v1/comments/*/replies?*');
  await thread.getByRole('button', { name: 'Try again' }).click();
  await commentWith(page, 'The turnip.').waitFor();
  expect(await thread.getByRole('alert').count()).toBe(0);
});

it('asks before it deletes a comment, and gives the focus back to the menu that it was chosen from', async () => {
  const { page } = author;
  await menuOf(page, 'How deep').press('Enter');
  await page.getByRole('menuitem', { name: 'Delete' }).press('Enter');
  const question = page.getByRole('alertdialog', { name: 'Delete this comment?' });
  await question.waitFor();
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await question.waitFor({ state: 'detached' });
  await expect.poll(() => hasFocus(menuOf(page, 'How deep'))).toBe(true);
  await menuOf(page, 'How deep').press('Enter');
  await page.getByRole('menuitem', { name: 'Delete' }).press('Enter');
  await question.getByRole('button', { name: 'Delete' }).click();
  await commentWith(page, 'How deep').waitFor({ state: 'detached' });
});

it('asks a visitor with a phone to log in where they would write, at the foot of the screen', async () => {
  await say(author.page, Array.from({ length: 40 }, (_, index) => `Line ${index + 1}`).join('\n'));
  const visitor = await openPage(browser, url, PHONE);
  await visitor.goto(new URL(author.page.url()).pathname);
  await commentWith(visitor, 'Line 40').waitFor();
  const foot = visitor.getByText('Log in to comment.');
  const box = await foot.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(PHONE.viewport.height, 0);
  await visitor.context().close();
});

it('says that comments are off where they would be written, and takes no answers', async () => {
  const { page } = author;
  const postId = new URL(page.url()).pathname.split('/').at(-1);
  const call = await callApiAs(author, url);
  await call('PATCH', `/posts/${postId}`, { commentsOff: true });
  await page.reload();
  await commentWith(page, 'Mind the gulls.').waitFor();
  await page.getByText('Comments are off.').waitFor();
  expect(await page.getByLabel('Add a comment').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Answer', exact: true }).count()).toBe(0);
  await call('PATCH', `/posts/${postId}`, { commentsOff: false });
  await page.reload();
  await page.getByLabel('Add a comment').waitFor();
});

it('gives the focus back to the menu of the post when it is not deleted after all', async () => {
  const { page } = author;
  const more = page.getByRole('button', { name: 'More', exact: true });
  await more.click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const question = page.getByRole('alertdialog', { name: 'Delete this post?' });
  await question.waitFor();
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await question.waitFor({ state: 'detached' });
  await expect.poll(() => hasFocus(more)).toBe(true);
  expect(complaintsOf.get(page)).toEqual([]);
});

it('shows what somebody was typing to nobody who logs in after them', async () => {
  const { page } = author;
  const path = new URL(page.url()).pathname;
  await page.getByLabel('Add a comment').fill('Between us.');
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Log out' }).click();
  await page.getByRole('link', { name: 'Create an account' }).waitFor();
  await plainApi(url).register('remark.next');
  await page.goto('/login');
  await page.getByLabel('Username or e-mail').fill('remark.next');
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Latest' }).waitFor();
  await page.goto(path);
  await page.getByLabel('Add a comment').waitFor();
  expect(await page.getByLabel('Add a comment').inputValue()).toBe('');
});
