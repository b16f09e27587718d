import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { aPlainPhoto } from './support/a-phone-photo.ts';
import { launchBrowser } from './support/launch-browser.ts';
import { complaintsOf, followByName, openPage, type Person, signUpPerson } from './support/person.ts';
import { problemsOf } from './support/problems-of.ts';
import { reloadUntil, sharePhotos } from './support/share-photos.ts';

const CAPTION = 'Liked by several.';

const url = inject('productUrl');
let browser: Browser;
let author: Person;
let friend: Person;
let stranger: Person;
let postPath: string;

beforeAll(async () => {
  browser = await launchBrowser();
  author = await signUpPerson(browser, url, 'likers.author');
  friend = await signUpPerson(browser, url, 'likers.friend');
  stranger = await signUpPerson(browser, url, 'likers.stranger');
  await sharePhotos(author.page, [await aPlainPhoto('liked.jpg', '#aa7744')], CAPTION);
  const href = await postOf(author).getByRole('link', { name: 'Comments' }).getAttribute('href');
  postPath = href ?? '';
  for (const person of [friend, stranger]) {
    await person.page.goto(postPath);
    await person.page.getByRole('button', { name: 'Like', exact: true }).click();
    await person.page.getByRole('button', { name: 'Unlike' }).waitFor();
  }
  await followByName(author, friend.username);
});
afterAll(() => browser.close());

const postOf = ({ page }: Person) => page.getByRole('article').filter({ hasText: CAPTION });

it('names who likes a post, people you follow first, from the feed', async () => {
  const { page } = author;
  const dialog = page.getByRole('dialog', { name: 'Likes' });
  await page.goto('/');
  await reloadUntil(page, () => postOf(author).getByRole('button', { name: '2 likes' }).isVisible());
  // What is counted is listed a moment later.
  await expect
    .poll(
      async () => {
        await page.reload();
        await postOf(author).getByRole('button', { name: '2 likes' }).click();
        await dialog.getByRole('link').or(dialog.getByText('Nobody to show')).first().waitFor();
        return dialog.getByRole('link').allInnerTexts();
      },
      { timeout: 30_000 },
    )
    .toEqual([expect.stringContaining(friend.username), expect.stringContaining(stranger.username)]);
  expect(await problemsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: `Unfollow ${friend.username}` }).waitFor();
  await dialog.getByRole('button', { name: `Follow ${stranger.username}` }).click();
  await dialog.getByRole('button', { name: `Unfollow ${stranger.username}` }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

it('does the same on the page of the post, for visitors too', async () => {
  const page = await openPage(browser, url);
  await page.goto(postPath);
  await page.getByRole('button', { name: '2 likes' }).click();
  const dialog = page.getByRole('dialog', { name: 'Likes' });
  await dialog.getByRole('link', { name: stranger.username }).waitFor();
  await dialog.getByRole('link', { name: stranger.username }).click();
  await page.getByRole('heading', { name: stranger.username, exact: true }).waitFor();
  await page.context().close();
});

it('says which of the two failed, to like or to unlike', async () => {
  const { page } = friend;
  await page.goto(postPath);
  await page.route('**/api/v1/posts/*/like', (route) => route.abort());
  await page.getByRole('button', { name: 'Unlike', exact: true }).click();
  await page.getByText('Your like was not taken back.').waitFor();
  await page.getByRole('button', { name: 'Unlike', exact: true }).waitFor();
  await page.unroute('**/api/v1/posts/*/like');
});

it('keeps a press when the post arrives that was read before it', async () => {
  const { page } = stranger;
  await page.goto(`/@${author.username}`);
  const late = Promise.withResolvers<void>();
  await page.route(`**/api/v1/posts/${postPath.split('/').at(-1)}`, async (route) => {
    const read = await route.fetch();
    await late.promise;
    await route.fulfill({ response: read });
  });
  await page.getByRole('link', { name: `Photo by ${author.username}` }).click();
  const post = page.getByRole('dialog', { name: 'Post' });
  const toldOf = (end: string) => page.waitForResponse((response) => response.url().endsWith(end));
  const stored = toldOf('/like');
  await post.getByRole('button', { name: 'Unlike', exact: true }).click();
  await stored;
  const arrived = toldOf(postPath.replace('/p/', '/posts/'));
  late.resolve();
  await (await arrived).finished();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.unrouteAll();
  const storedAgain = toldOf('/like');
  await post.getByRole('button', { name: 'Like', exact: true }).click();
  await storedAgain;
});

it('closes over the grid without closing the post beneath', async () => {
  const { page } = stranger;
  await page.goto(`/@${author.username}`);
  await page.getByRole('link', { name: /^Photo by/ }).click();
  const post = page.getByRole('dialog', { name: 'Post' });
  await post.getByRole('button', { name: '2 likes' }).click();
  const likes = page.getByRole('dialog', { name: 'Likes' });
  await likes.getByRole('link', { name: friend.username }).waitFor();
  await page.keyboard.press('Escape');
  await likes.waitFor({ state: 'detached' });
  await post.getByRole('button', { name: 'Unlike' }).waitFor();
});

it('shows neither number nor names where the author hides them', async () => {
  const { page } = author;
  await page.goto(postPath);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByRole('switch', { name: 'Hide the number of likes' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Only you see this').waitFor();
  await page.getByRole('button', { name: '2 likes' }).waitFor();

  await stranger.page.goto(postPath);
  await stranger.page.getByText('The author hides how many like this.').waitFor();
  expect(await stranger.page.getByRole('button', { name: /likes$/ }).count()).toBe(0);
  expect(complaintsOf.get(page)).toEqual([]);
});
